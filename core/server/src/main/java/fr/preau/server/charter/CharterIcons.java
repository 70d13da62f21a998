package fr.preau.server.charter;

import java.util.List;

/** The pictures to choose from for an article: names of Lucide icons; the bundle says each in a word ({@code icon.smile}). */
public final class CharterIcons {
    /** In the order of the list. */
    public static final List<String> ALL = List.of(
            "smile",
            "hand-heart",
            "handshake",
            "message-circle-heart",
            "users",
            "camera-off",
            "image",
            "key-round",
            "lock",
            "shield-check",
            "life-buoy",
            "bell",
            "ear",
            "eye",
            "clock",
            "sun",
            "trees",
            "house",
            "school",
            "landmark",
            "briefcase",
            "graduation-cap",
            "book-open",
            "pencil",
            "megaphone",
            "gift",
            "scale");

    private CharterIcons() {}
}
