new Notification("a", { icon: "https://js-notification-icon.leak.test/x.png" })
