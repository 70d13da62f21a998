package fr.preau.plugins.cantine.file;

import fr.preau.api.web.Upload;
import java.util.List;
import java.util.Optional;

/** Reads a file of menus, whichever of the known layouts it has. Pure functions. */
public final class MenuFile {
    private static final List<Layout> LAYOUTS = List.of(new DayPerLine(), new DishPerLine());

    private MenuFile() {}

    /** Reads a file. Never throws for what is in it: see {@link MenuReading#problems}. */
    public static MenuReading read(Upload upload) {
        Findings findings = new Findings(upload.name());
        try {
            Sheet sheet = Sheet.of(Decoder.text(upload.content()));
            Optional<Layout> layout = LAYOUTS.stream()
                    .filter(known -> known.recognises(sheet.headers()))
                    .findFirst();
            if (layout.isEmpty()) {
                findings.unreadable(
                        1,
                        "Les colonnes attendues n’y sont pas : il faut au moins une date (« menuDate » ou « Date ») et un"
                                + " plat (« menuPlatNom » ou « Plat »). La première ligne contient : "
                                + String.join(", ", sheet.headers()) + ".");
                return new MenuReading(upload.name(), List.of(), List.of(), findings.problems());
            }
            Layout.Lines read = layout.get().read(sheet, findings);
            return new MenuReading(
                    upload.name(), List.copyOf(read.lines()), List.copyOf(read.ignored()), findings.problems());
        } catch (Unreadable e) {
            findings.unreadable(e.line(), e.userMessage());
            return new MenuReading(upload.name(), List.of(), List.of(), findings.problems());
        }
    }
}
