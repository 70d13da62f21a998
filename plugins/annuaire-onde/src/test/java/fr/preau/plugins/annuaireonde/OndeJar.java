package fr.preau.plugins.annuaireonde;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.preau.testkit.PluginJar;
import java.nio.file.Path;

/** The plugin as it is delivered, with the CSV library that it bundles. */
final class OndeJar {
    private OndeJar() {}

    /** Packs it; the jar is deleted when the process ends. */
    static Path build() {
        return PluginJar.shipped(AnnuaireOndePlugin.class)
                .library(CsvReader.class)
                .build();
    }
}
