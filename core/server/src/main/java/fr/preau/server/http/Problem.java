package fr.preau.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 wants it ({@code application/problem+json}).
 *
 * @param status HTTP status
 * @param title what kind of error, in French
 * @param detail what happened and what to do, in French; null if the title says it all
 * @param field where, for bad input; null otherwise
 * @param reasons why something was refused, the nearest first; null if there is no more to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        int status,
        String title,
        @Nullable String detail,
        @Nullable String field,
        @Nullable List<String> reasons) {
    /** Without reasons. */
    public Problem(int status, String title, @Nullable String detail, @Nullable String field) {
        this(status, title, detail, field, null);
    }

    /** Its media type. */
    public static final String JSON = "application/problem+json";

    private static final ObjectMapper mapper = new ObjectMapper();

    static Problem forbidden(String detail) {
        return new Problem(403, "Refusé", detail, null);
    }

    /** Writes it where no Jersey application is in charge. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(JSON);
        response.setCharacterEncoding("UTF-8");
        mapper.writeValue(response.getOutputStream(), this);
    }
}
