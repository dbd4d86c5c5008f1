package io.headgate.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.Severity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled rules that somebody has tampered with: no class that reaches for more is defined. */
class ClassFileTest {

  private static final String HOME = Names.packageOf("test");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static { new java.io.File(\"MARK\").mkdir(); }",
        "static { try { java.nio.file.Files.createFile(java.nio.file.Path.of(\"MARK\")); } catch (Exception e) { } }",
        "static { try { Runtime.getRuntime().exec(\"touch MARK\"); } catch (Exception e) { } }",
        "static { try { new ProcessBuilder(\"touch\", \"MARK\").start(); } catch (Exception e) { } }",
        "static { System.exit(1); }",
        "static { System.load(\"MARK\"); }",
        "static { System.setProperty(\"x\", \"y\"); }",
        "static Object o = System.out;",
        "static { Thread.currentThread().interrupt(); }",
        "static { new Thread(() -> { }).start(); }",
        "static { try { Class.forName(\"x\"); } catch (Exception e) { } }",
        "static Object o = Evil.class.getClassLoader();",
        "static Object o = \"x\".getClass().getResource(\"x\");",
        "static Object o = java.lang.invoke.MethodHandles.lookup();",
        "static Object o = java.lang.reflect.Proxy.class;",
        "static Object o = Integer.getInteger(\"x\");",
        "static Object o = Boolean.getBoolean(\"x\");",
        "static Object o = \"x\".repeat(1 << 30);",
        "static java.util.function.Supplier<Object> o = java.util.UUID::randomUUID;",
        "static java.util.function.Supplier<Object> o = () -> new java.net.Socket();",
        "static String s = \"x\" + new java.io.File(\"x\");",
        "static Object[] o = new java.io.File[1];",
        "static Object o = org.drools.util.ClassUtils.class;",
        "static Object o = org.kie.api.KieServices.get();",
        "static Object o = io.headgate.engine.files.DiskFiles.class;",
        "static Object o = java.util.ServiceLoader.load(Evil.class);",
        "static Object o = java.util.concurrent.ForkJoinPool.commonPool();",
        "static native void x();",
        "static void x(org.drools.model.Drools drools) { drools.halt(); }",
      })
  void isNotReadWhenItReachesForMore(String member) throws IOException {
    Path mark = directory.resolve("mark");
    byte[] evil =
        compile("Evil", "public class Evil { " + member.replace("MARK", mark + "") + " }");
    CompiledPack pack = pack("Evil", evil);

    assertThatThrownBy(() -> CompiledPack.read(pack.toBytes()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "The compiled rules of pack 'test' have a class 'headgate.pack.p_test.Evil' that is not"
                + " let in. It ");
    assertThat(mark).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Evil extends ClassLoader { }",
        "class Evil extends Thread { }",
        "class Evil extends java.io.File { Evil() { super(\"x\"); } }",
        "class Evil extends java.util.ArrayList<String> { }",
        "abstract class Evil implements Runnable { }",
        "class Evil { static class Inner extends Evil { } Object o = new Inner(); }",
      })
  void isNotReadWhenItInheritsMore(String source) throws IOException {
    byte[] evil = source.contains("Inner") ? compileInner(source) : compile("Evil", source);
    String name = source.contains("Inner") ? "Evil$Inner" : "Evil";

    assertThatThrownBy(() -> CompiledPack.read(pack(name, evil).toBytes()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not let in");
  }

  @Test
  void isNotReadUnderAnotherNameOrOutsideOfItsPackage() throws IOException {
    byte[] good = compile("Good", "public class Good { }");

    assertThatThrownBy(() -> CompiledPack.read(pack("Other", good).toBytes()))
        .hasMessageContaining("It has another name.");
    assertThatThrownBy(
            () ->
                CompiledPack.read(
                    new CompiledPack(
                            "other",
                            Versions.DROOLS,
                            0,
                            "x",
                            List.of(),
                            Map.of(HOME + ".Good", good))
                        .toBytes()))
        .hasMessageContaining("It is not in the package of the pack.");
    assertThat(CompiledPack.read(pack("Good", good).toBytes()).classes()).hasSize(1);
  }

  @Test
  void isNotReadWhenItIsDamaged() throws IOException {
    byte[] bytes = pack("Good", compile("Good", "public class Good { }")).toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] half = java.util.Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CompiledPack.read(half)).isInstanceOf(IOException.class);
    }
    for (int at = 0; at < bytes.length; at++) {
      byte[] bad = bytes.clone();
      bad[at] ^= (byte) 0xff;
      try {
        CompiledPack.read(bad);
      } catch (IOException e) {
        assertThat(e.getMessage()).endsWith(".");
      }
    }
  }

  @Test
  void isNotReadWhenItIsForAnotherDrools() {
    byte[] bytes = new CompiledPack("test", "9.9.9", 0, "x", List.of(), Map.of()).toBytes();

    assertThatThrownBy(() -> CompiledPack.read(bytes))
        .hasMessageStartingWith(
            "The rules were compiled for Drools 9.9.9, and this headgate runs ");
    assertThat(Versions.DROOLS).isEqualTo(org.drools.base.util.Drools.getFullVersion());
  }

  /** The third door: what is asked for at run time, whatever got that far. */
  @Test
  void seesNothingElseAtRunTime() throws Exception {
    Path mark = directory.resolve("mark");
    byte[] evil =
        compile(
            "Evil",
            "public class Evil { public Evil() { new java.io.File(\"" + mark + "\").mkdir(); } }");
    PackClassLoader loader = new PackClassLoader(pack("Evil", evil));

    assertThatThrownBy(
            () -> loader.loadClass(HOME + ".Evil").getDeclaredConstructor().newInstance())
        .rootCause()
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessage("java.io.File");
    assertThatThrownBy(() -> loader.loadClass("java.lang.Runtime"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(loader.getResource("java/lang/Object.class")).isNull();
    assertThat(mark).doesNotExist();
  }

  private static CompiledPack pack(String name, byte[] bytes) {
    return new CompiledPack(
        "test",
        Versions.DROOLS,
        0,
        HOME + "." + name,
        List.of(new DrlRule("a-b", Severity.NOTE, "A.", List.of(), "f", 1, false, Map.of())),
        Map.of(HOME + "." + name, bytes));
  }

  private byte[] compileInner(String source) throws IOException {
    compile("Evil", source);
    return Files.readAllBytes(
        directory.resolve(HOME.replace('.', '/')).resolve("Evil$Inner.class"));
  }

  private byte[] compile(String name, String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    SimpleJavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), javax.tools.JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "package " + HOME + "; " + source;
          }
        };
    compiler
        .getTask(
            null,
            null,
            problem -> {},
            List.of("-d", directory.toString(), "-cp", System.getProperty("java.class.path")),
            null,
            List.of(file))
        .call();
    Path compiled = directory.resolve(HOME.replace('.', '/')).resolve(name + ".class");
    return Files.readAllBytes(compiled);
  }
}
