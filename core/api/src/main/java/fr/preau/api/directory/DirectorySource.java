package fr.preau.api.directory;

import fr.preau.api.web.Upload;
import java.util.List;

/**
 * A reader of directory files. It only reads: the host compares the reading with what is known, shows the difference and
 * applies it in one transaction. Must be thread-safe.
 */
public interface DirectorySource {
    /** Short name for the command line: {@code onde}. */
    String id();

    /** What it reads, for people: “ONDE (fichiers CSV)”. */
    String label();

    /** One or two sentences on which files to give and where to find them. */
    String help();

    /**
     * Reads the files of one school. Bad content never throws: it becomes a {@link Problem} that says where.
     *
     * @param files the files in any order; which is which is told from their content
     */
    DirectoryReading read(List<Upload> files);
}
