package dev.makegood.cli.installation;

import dev.makegood.archive.Archiving.Copies;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.event.RecordedEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file of the events that are cut, as a JSON document in each line. */
final class CutEventsFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final BufferedWriter writer;

    private CutEventsFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        this.writer =
                new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
    }

    static CutEventsFile create(Path path) {
        try {
            return new CutEventsFile(path, FileChannel.open(path, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    Copies copies() {
        return new Copies(this::write, this::store);
    }

    private void write(RecordedEvent event) {
        var line = CliJson.object()
                .put("customer", event.customer().toString())
                .put("sequence", event.sequence())
                .put("at", event.at().toString())
                .put("type", event.type());
        line.set("facts", CliJson.tree(event.facts()));
        if (event.stateHash() != null) {
            line.put("stateHash", event.stateHash().toString());
        }
        line.put("hash", event.hash().toString());
        try {
            writer.write(line + "\n");
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private void store() {
        try {
            writer.flush();
            channel.force(true);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static UncheckedIOException failed(Path path, IOException e) {
        return new UncheckedIOException("the events cannot be written to " + path, e);
    }
}
