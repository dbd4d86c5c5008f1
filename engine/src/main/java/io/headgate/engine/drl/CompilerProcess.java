package io.headgate.engine.drl;

import io.headgate.engine.error.UserError;
import io.headgate.spi.model.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Compiles in a process of its own, so that neither the compiler's classes nor its memory weigh on
 * the run that judges.
 */
public final class CompilerProcess implements PackCompiler {

  /** How long a pack may take to compile unless somebody says otherwise. */
  public static final Duration LIMIT = Duration.ofMinutes(2);

  private static final String MAIN = "io.headgate.engine.drl.compile.Main";

  private final List<Path> classPath;
  private final Duration limit;

  /**
   * A compiler.
   *
   * @param classPath headgate's libraries and those of the compiler
   * @param limit how long a pack may take
   */
  public CompilerProcess(List<Path> classPath, Duration limit) {
    this.classPath = List.copyOf(classPath);
    this.limit = limit;
  }

  @Override
  public byte[] compile(String packId, SortedMap<String, byte[]> files) throws IOException {
    Process process = start();
    // Threads of their own: in a pool that others use, one of the three might never get its turn.
    FutureTask<byte[]> said = apart("output", () -> process.getInputStream().readAllBytes());
    FutureTask<byte[]> complained = apart("errors", () -> process.getErrorStream().readAllBytes());
    FutureTask<?> sent = apart("input", () -> send(packId, files, process.getOutputStream()));
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "The rules of pack '"
                + packId
                + "' were not compiled within "
                + limit.toSeconds()
                + " s.");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            "The compiler of rule packs broke on pack '"
                + packId
                + "': "
                + firstLine(complained.get()));
      }
      sent.get();
      return result(said.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The run was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IOException("The compiler of rule packs did not answer.", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static <T> FutureTask<T> apart(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "compiler " + name);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private Process start() throws IOException {
    List<String> paths = new ArrayList<>();
    classPath.forEach(path -> paths.add(path.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // Short-lived: what starts soon beats what runs fast later.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xmx768m",
            "-Dfile.encoding=UTF-8",
            // The same on every Java, and old: from 9 on, each join of texts is linked when it is
            // first run, which a cold start feels.
            "-Ddrools.dialect.java.compiler.lnglevel=1.8",
            "-cp",
            String.join(File.pathSeparator, paths),
            MAIN);
    // Nothing of the user's own for a process that sees foreign text.
    for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
      builder.environment().remove(name);
    }
    return builder.start();
  }

  private static int send(String packId, Map<String, byte[]> files, OutputStream to)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream whole = new DataOutputStream(bytes);
    whole.writeUTF(packId);
    whole.writeInt(files.size());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      whole.writeUTF(file.getKey());
      whole.writeInt(file.getValue().length);
      whole.write(file.getValue());
    }
    try (to) {
      bytes.writeTo(to);
    }
    return bytes.size();
  }

  private static byte[] result(byte[] said) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(said));
    List<UserError.Message> mistakes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String file = in.readUTF();
      int line = in.readInt();
      int column = in.readInt();
      String rule = in.readUTF();
      String message = in.readUTF();
      mistakes.add(
          new UserError.Message(
              new Place(file, line, column, line, column),
              rule.isEmpty() ? message : "Rule '" + rule + "': " + message));
    }
    if (!mistakes.isEmpty()) {
      throw new UserError(mistakes);
    }
    return in.readNBytes(in.readInt());
  }

  private static String firstLine(byte[] complaint) {
    return new String(complaint, StandardCharsets.UTF_8)
        .lines()
        .findFirst()
        .orElse("it said nothing.");
  }
}
