const menu = { open: true, location: "left" }; menu.open && menu.location
