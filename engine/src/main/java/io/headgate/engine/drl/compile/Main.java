package io.headgate.engine.drl.compile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The compiler's process. It takes the sources on standard input and gives the compiled pack, or
 * what is wrong with it, on standard output; {@code io.headgate.engine.drl.CompilerProcess} is the
 * other end.
 */
public final class Main {

  private Main() {}

  /**
   * Compiles one pack and ends.
   *
   * @param args none
   * @throws IOException if headgate, Drools or the other end is at fault, not the pack
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    // Whatever a library prints must not get between the bytes.
    System.setOut(System.err);
    run(new DataInputStream(new BufferedInputStream(System.in)), new DataOutputStream(out));
    out.flush();
  }

  static void run(DataInputStream in, DataOutputStream out) throws IOException {
    String packId = in.readUTF();
    List<Source> sources = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String file = in.readUTF();
      sources.add(
          new Source(file, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8)));
    }
    Compilation compiler = new Compilation();
    byte[] compiled = compiler.compile(packId, sources);
    List<Mistake> mistakes = compiler.mistakes();
    out.writeInt(mistakes.size());
    for (Mistake mistake : mistakes) {
      out.writeUTF(mistake.file());
      out.writeInt(mistake.line());
      out.writeInt(mistake.column());
      out.writeUTF(mistake.rule());
      out.writeUTF(mistake.message());
    }
    out.writeInt(compiled == null ? 0 : compiled.length);
    out.write(compiled == null ? new byte[0] : compiled);
  }
}
