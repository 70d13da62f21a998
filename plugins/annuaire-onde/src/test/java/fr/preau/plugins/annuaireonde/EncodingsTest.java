package fr.preau.plugins.annuaireonde;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.web.Upload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names come out with their accents, whatever wrote the file; what can't be read is refused rather than guessed. */
class EncodingsTest {
    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static void assertAccents(byte[] content) {
        Reading reading = Reading.of(content);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.pupils())
                .extracting(pupil -> pupil.name().first() + " " + pupil.name().shown())
                .containsExactly("Zoé EXEMPLE", "Éloi INVENTÉ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "ISO-8859-15", "windows-1252", "UTF-8", "UTF-16"})
    void accents_survive(String charset) {
        assertAccents(OndeFiles.pupils().bytes(Charset.forName(charset)));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() {
        assertAccents(joined(
                new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
                OndeFiles.pupils().bytes(StandardCharsets.UTF_8)));
        assertAccents(
                joined(new byte[] {(byte) 0xFF, (byte) 0xFE}, OndeFiles.pupils().bytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void decomposed_accents_are_composed() {
        assertAccents(Normalizer.normalize(OndeFiles.pupils().text(), Normalizer.Form.NFD)
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void utf8_that_someone_read_as_latin_and_saved_is_mended() {
        byte[] utf8 = OndeFiles.pupils().bytes(StandardCharsets.UTF_8);
        assertAccents(new String(utf8, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-15", "windows-1252"})
    void ligatures_that_latin_1_lacks_are_read(String charset) {
        Reading reading = Reading.of(OndeFiles.oldPupils().bytes(Charset.forName(charset)));
        assertThat(reading.pupils().get(1).addresses().get(1).town()).isEqualTo("MODÈLE-SUR-ŒUF");
    }

    @Test
    void two_encodings_in_one_file_are_refused() {
        byte[] first = OndeFiles.pupils().bytes(StandardCharsets.UTF_8);
        byte[] second = "\"MODÈLE\";;\"Anaïs\"\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Reading.of(joined(first, second)).problem())
                .startsWith("FILE essai.csv ")
                .contains("mélange plusieurs encodages");
    }

    @Test
    void a_broken_byte_order_mark_is_refused() {
        byte[] broken = {(byte) 0xFE, (byte) 0xBB, (byte) 0xBF, (byte) 0xFF, (byte) 0xFE};
        assertThat(Reading.of(joined(broken, OndeFiles.pupils().bytes(StandardCharsets.UTF_16LE)))
                        .problem())
                .startsWith("FILE essai.csv ")
                .contains("marque d'encodage");
    }

    @Test
    void utf16_cut_in_the_middle_of_a_character_is_refused() {
        byte[] half = joined(OndeFiles.pupils().bytes(StandardCharsets.UTF_16), new byte[] {0});
        assertThat(Reading.of(half).problem()).contains("L'encodage des caractères n'est pas reconnu");
    }

    @Test
    void a_workbook_an_archive_a_document_a_picture_are_refused_by_name() {
        assertThat(Reading.of(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}).problem())
                .startsWith("FILE essai.csv C'est un classeur (xlsx ou ods)")
                .contains("enregistrez-le au format CSV");
        assertThat(Reading.of(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})
                        .problem())
                .contains("classeur Excel (xls)");
        assertThat(Reading.ofText("%PDF-1.7\n").problem()).contains("PDF");
        assertThat(Reading.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})
                        .problem())
                .contains("Ce n'est pas un fichier de texte");
    }

    @Test
    void one_refused_file_does_not_hide_the_others() {
        Reading reading = Reading.of(
                new Upload("classeur.csv", new byte[] {'P', 'K', 3, 4}),
                OndeFiles.pupils().upload("eleves.csv"));
        assertThat(reading.pupils()).hasSize(2);
        assertThat(reading.problem()).startsWith("FILE classeur.csv ");
    }
}
