package fr.preau.plugins.cantine.file;

import java.util.List;

/** One way of laying out menus in a sheet. Implementations are stateless. */
interface Layout {
    /** Whether the titles are those of this layout. */
    boolean recognises(List<String> titles);

    /** Reads the rows; what is wrong goes to the findings. */
    Lines read(Sheet sheet, Findings findings);

    /**
     * What was read.
     *
     * @param lines dishes and closed days, in the file's order
     * @param ignored titles of columns that nothing was taken from
     */
    record Lines(List<MenuLine> lines, List<String> ignored) {}
}
