package fr.preau.server.portal;

/** Says a browser in words, from what it calls itself: “Firefox sur Windows”. A help to recognise, not a proof. */
final class Devices {
    private static final String[][] BROWSERS = {
        {"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}
    };
    private static final String[][] SYSTEMS = {
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Android", "Android"},
        {"Windows", "Windows"},
        {"Mac OS", "Mac"},
        {"CrOS", "Chromebook"},
        {"Linux", "Linux"}
    };

    private Devices() {}

    static String inWords(String userAgent) {
        String browser = find(BROWSERS, userAgent);
        String system = find(SYSTEMS, userAgent);
        if (browser.isEmpty()) {
            return userAgent.isBlank() ? "Appareil inconnu" : "Programme";
        }
        return system.isEmpty() ? browser : browser + " sur " + system;
    }

    private static String find(String[][] known, String userAgent) {
        for (String[] pair : known) {
            if (userAgent.contains(pair[0])) {
                return pair[1];
            }
        }
        return "";
    }
}
