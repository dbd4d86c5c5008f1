package io.headgate.engine.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON for people to read too, the same on every platform. */
public final class PrettyJson {

  private static final ObjectWriteContext CONTEXT =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }
      };

  private PrettyJson() {}

  /** What the writer writes, with a line break at the end. */
  public static String write(Consumer<JsonGenerator> writer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(CONTEXT, text)) {
      writer.accept(json);
    }
    return text + "\n";
  }

  /**
   * Writes what the writer writes, with a line break at the end, for programs: all but ASCII is
   * escaped, so that even a name that was made to deceive the eye can be given as it is.
   *
   * @throws IOException if {@code out} fails
   */
  public static void write(Writer out, Consumer<JsonGenerator> writer) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    try (JsonGenerator json = factory.createGenerator(CONTEXT, out)) {
      writer.accept(json);
      json.writeRaw('\n');
      json.flush();
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e);
    }
  }
}
