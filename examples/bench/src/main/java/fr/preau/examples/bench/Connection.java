package fr.preau.examples.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A kept-alive HTTP/1.1 connection that does as little as possible, since it runs on the processors that are measured. It
 * understands answers that carry a Content-Length. Not thread-safe.
 */
final class Connection implements AutoCloseable {
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] request;
    private byte[] buffer = new byte[128 * 1024];
    private int end;

    Connection(URI server, String path, String cookie) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        request = ("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nCookie: " + cookie + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Asks once, and reads the whole answer.
     *
     * @return the length of the body in bytes
     * @throws IOException if the status is not 200
     */
    int ask() throws IOException {
        out.write(request);
        int read = 0;
        int body;
        do {
            read += some(read);
            body = bodyStart(read);
        } while (body < 0);
        String head = new String(buffer, 0, body, StandardCharsets.ISO_8859_1);
        if (!head.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("answer: " + head);
        }
        int at = head.indexOf("Content-Length: ");
        int length = Integer.parseInt(head, at + 16, head.indexOf('\r', at), 10);
        while (read < body + length) {
            read += some(read);
        }
        end = read;
        return length;
    }

    /** Asks once, for the text of the page. */
    String show() throws IOException {
        int length = ask();
        return new String(buffer, end - length, length, StandardCharsets.UTF_8);
    }

    private int some(int from) throws IOException {
        if (from == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, from, buffer.length - from);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        return count;
    }

    private int bodyStart(int read) {
        for (int i = 0; i + END.length <= read; i++) {
            if (java.util.Arrays.equals(buffer, i, i + END.length, END, 0, END.length)) {
                return i + END.length;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
