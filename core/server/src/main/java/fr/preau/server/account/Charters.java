package fr.preau.server.account;

/** Which charter is in force. Its text is in the bundle ({@code charter.*}); a change of meaning raises the version. */
public final class Charters {
    /** The version that people are asked to accept. */
    public static final int IN_FORCE = 1;

    private Charters() {}
}
