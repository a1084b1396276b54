navigation.navigate("https://js-navigation-navigate.leak.test/")
