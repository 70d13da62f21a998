package fr.preau.server.portal;

/** Where to go after signing in: a path of this ENT, never another site. */
final class Next {
    private Next() {}

    /** The path if it is one of ours, home otherwise. */
    static String local(String path) {
        return path.matches("/(?!/)[A-Za-z0-9/_.~%-]*") ? path : "/";
    }

    /** The path if it is one of ours and not home, empty otherwise. */
    static String orHome(String path) {
        return local(path).equals("/") ? "" : local(path);
    }
}
