package fr.preau.server.http;

import fr.preau.api.web.BadInput;
import fr.preau.api.web.MultipartForm;
import fr.preau.api.web.Upload;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A multipart form, read by the servlet container, which limits its size. */
final class ServletForm implements MultipartForm {
    private final HttpServletRequest request;
    private @Nullable Collection<Part> parts;

    ServletForm(HttpServletRequest request) {
        this.request = request;
    }

    private Collection<Part> parts() {
        Collection<Part> known = parts;
        if (known == null) {
            try {
                known = request.getParts();
                parts = known;
            } catch (ServletException e) {
                throw new BadInput("", "Le formulaire n’a pas la forme attendue (multipart/form-data).");
            } catch (IOException | IllegalStateException e) {
                throw new BadInput("", "Les fichiers sont trop gros ou la connexion a été coupée. Rien n’a été gardé.");
            }
        }
        return known;
    }

    @Override
    public @Nullable String text(String field) {
        for (Part part : parts()) {
            if (part.getName().equals(field) && part.getSubmittedFileName() == null) {
                return new String(read(part), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    @Override
    public List<Upload> files(String field) {
        List<Upload> files = new ArrayList<>();
        for (Part part : parts()) {
            String name = part.getSubmittedFileName();
            if (part.getName().equals(field) && name != null && !name.isBlank()) {
                files.add(new Upload(
                        name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), read(part)));
            }
        }
        return files;
    }

    private static byte[] read(Part part) {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BadInput("", "Le fichier n’a pas pu être lu en entier. Rien n’a été gardé.");
        }
    }
}
