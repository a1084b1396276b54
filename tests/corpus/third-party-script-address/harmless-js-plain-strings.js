const a = "hello"; const b = `${a} world`; const c = '/own/path'; a + b + c
