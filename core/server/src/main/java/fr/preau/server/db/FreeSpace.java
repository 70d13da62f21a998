package fr.preau.server.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a disk has room for a database: found out before PostgreSQL stumbles over it in its own words. */
final class FreeSpace {
    /** The server's programs, an empty database and its first journal, with as much again to begin with. In megabytes. */
    static final long FIRST_START = 300;

    /** PostgreSQL stops in the middle of its work when its journal finds no room. In megabytes. */
    static final long LATER_START = 50;

    private static final long MEGABYTE = 1024 * 1024;

    private FreeSpace() {}

    /**
     * Asks for room.
     *
     * @param folder an existing folder on the disk
     * @param megabytes how much is needed
     * @throws StartupFailure with one line that says what is there and what is needed
     */
    static void require(Path folder, long megabytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
        if (free < megabytes) {
            throw new StartupFailure("Le disque du dossier de données " + folder + " est presque plein : il y reste "
                    + free + " Mo, il en faut " + megabytes + ".");
        }
    }
}
