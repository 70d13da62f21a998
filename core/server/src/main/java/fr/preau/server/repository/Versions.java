package fr.preau.server.repository;

import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/** Numbers of versions, ordered as PF4J does: 1.10.0 after 1.9.0, 2.0.0-beta before 2.0.0. */
public final class Versions {
    private static final VersionManager versions = new DefaultVersionManager();

    private Versions() {}

    /** Less than 0 if the one comes before the other. */
    public static int compare(String one, String other) {
        return versions.compareVersions(one, other);
    }

    static boolean valid(String version) {
        try {
            return version.length() <= 60 && versions.compareVersions(version, version) == 0;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
