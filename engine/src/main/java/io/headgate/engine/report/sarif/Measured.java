package io.headgate.engine.report.sarif;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Measures what is written: in bytes of UTF-8, as it is or as gzip has it. */
final class Measured extends FilterWriter {

  private final Writer scale;
  private final Deflater deflater = new Deflater();
  private final boolean zipped;
  private long plain;

  Measured(Writer out, boolean zipped) {
    super(out);
    this.zipped = zipped;
    OutputStream counter =
        new OutputStream() {
          @Override
          public void write(int b) {
            plain++;
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            plain += length;
          }
        };
    this.scale =
        new OutputStreamWriter(
            zipped ? new DeflaterOutputStream(counter, deflater) : counter, StandardCharsets.UTF_8);
  }

  /** How much was written so far; what gzip still holds back is some kilobytes at most. */
  long bytes() throws IOException {
    if (zipped) {
      return deflater.getBytesWritten();
    }
    scale.flush();
    return plain;
  }

  @Override
  public void write(int c) throws IOException {
    out.write(c);
    scale.write(c);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.write(text, from, length);
    scale.write(text, from, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(text, from, length);
    scale.write(text, from, length);
  }

  /** Ends measuring; what was measured stays open. */
  @Override
  public void close() {
    deflater.end();
  }
}
