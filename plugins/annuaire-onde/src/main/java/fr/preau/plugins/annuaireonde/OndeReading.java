package fr.preau.plugins.annuaireonde;

import fr.preau.api.directory.DirectoryReading;
import fr.preau.api.web.Upload;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One reading of some files, told apart by their headers. Not thread-safe. */
final class OndeReading {
    private final ColumnTable columns;
    private final Findings findings = new Findings();
    private final PupilRows pupils;
    private final GuardianRows guardians;
    private final TeacherRows teachers;
    private final Set<FileKind> given = EnumSet.noneOf(FileKind.class);

    OndeReading(ColumnTable columns, Values values, Clock clock) {
        this.columns = columns;
        this.pupils = new PupilRows(values, findings, LocalDate.now(clock));
        this.guardians = new GuardianRows(values, findings);
        this.teachers = new TeacherRows(values, findings);
    }

    DirectoryReading of(List<Upload> files) {
        List<Upload> read = new ArrayList<>();
        for (Upload file : files) {
            if (read.stream().anyMatch(other -> Arrays.equals(other.content(), file.content()))) {
                findings.warn(file.name(), 0, "", "Ce fichier a été donné deux fois : il n'est lu qu'une fois.");
                continue;
            }
            read.add(file);
            try {
                read(file.name(), CsvTable.of(Decoder.text(file.content())));
            } catch (Unreadable e) {
                findings.refuse(file.name(), e.line(), e.explanation());
            }
        }
        return new DirectoryReading(
                given.contains(FileKind.PUPILS) ? pupils.all() : null,
                given.contains(FileKind.GUARDIANS) ? guardians.all() : null,
                given.contains(FileKind.TEACHERS) ? teachers.all() : null,
                findings.all());
    }

    private void read(String file, CsvTable table) throws Unreadable {
        Layout layout = columns.recognise(table.headers());
        for (Layout.Column column : layout.unknown()) {
            findings.warn(file, 1, column.header(), "Cette colonne n'est pas connue : elle n'est pas reprise.");
        }
        if (layout.kind() == FileKind.PUPILS && !layout.has(Field.CLASS_NAME)) {
            findings.warn(
                    file, 1, "", "Il n'y a pas de colonne « Classe » : les élèves ne sont mis dans aucune classe.");
        }
        List<CsvTable.Line> lines = withoutFooter(file, table);
        if (lines.isEmpty()) {
            // Not the same as a school without pupils: such a file says nothing about anyone.
            findings.warn(file, 0, "", "Le fichier " + layout.kind().of() + " n'a pas d'autre ligne que ses titres.");
            return;
        }
        given.add(layout.kind());
        for (CsvTable.Line line : lines) {
            Row row = new Row(layout, file, line.number(), line.cells());
            if (row.beyond() > 0) {
                findings.warn(
                        file,
                        line.number(),
                        "",
                        "Cette ligne a plus de cellules que de titres : ce qui dépasse n'est pas repris. "
                                + "Vérifiez que rien n'est décalé.");
            }
            switch (layout.kind()) {
                case PUPILS -> pupils.read(row);
                case GUARDIANS -> guardians.read(row);
                case TEACHERS -> teachers.read(row);
            }
        }
    }

    /** Some tools end their files with a line of their own: a single cell, a count or a date. */
    private List<CsvTable.Line> withoutFooter(String file, CsvTable table) {
        List<CsvTable.Line> lines = table.lines();
        if (lines.isEmpty()) {
            return lines;
        }
        CsvTable.Line last = lines.get(lines.size() - 1);
        long filled = last.cells().stream().filter(cell -> !cell.isBlank()).count();
        if (filled > 1) {
            return lines;
        }
        findings.warn(file, last.number(), "", "La dernière ligne ne parle de personne : elle n'est pas reprise.");
        return lines.subList(0, lines.size() - 1);
    }
}
