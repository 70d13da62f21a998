package fr.preau.server.directory;

/**
 * What a plan comes to, for one subject.
 *
 * @param created new ones
 * @param updated changed ones
 * @param ended ended ones
 * @param unchanged those that are as the files say
 */
public record Counts(int created, int updated, int ended, int unchanged) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    /** How many changes. */
    public int changes() {
        return created + updated + ended;
    }

    Counts plus(Change.Kind kind) {
        return switch (kind) {
            case CREATED -> new Counts(created + 1, updated, ended, unchanged);
            case UPDATED -> new Counts(created, updated + 1, ended, unchanged);
            case ENDED -> new Counts(created, updated, ended + 1, unchanged);
        };
    }

    Counts plusUnchanged() {
        return new Counts(created, updated, ended, unchanged + 1);
    }
}
