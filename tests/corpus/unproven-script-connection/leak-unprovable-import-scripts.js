importScripts(self.name)
