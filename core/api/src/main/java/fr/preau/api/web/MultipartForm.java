package fr.preau.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code multipart/form-data} form sent. A resource method takes it as {@code @Context MultipartForm form}.
 * Fields without a file are read here too, since such a form has no {@code @FormParam}. For one request; not thread-safe.
 */
public interface MultipartForm {
    /** The first value of a text field, null if absent. */
    @Nullable
    String text(String field);

    /** The files of a field, in order; empty if none was chosen. */
    List<Upload> files(String field);
}
