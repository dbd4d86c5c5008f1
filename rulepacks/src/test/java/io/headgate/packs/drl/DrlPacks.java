package io.headgate.packs.drl;

import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.drl.CompilerProcess;
import io.headgate.engine.drl.DrlChecker;
import io.headgate.engine.pack.OpenPack;
import io.headgate.engine.pack.PackLoader;
import io.headgate.spi.RulePack;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The packs of DRL in this module, read and compiled as headgate does it. */
final class DrlPacks {

  private static final String HEADGATE = "0.1.0";

  private DrlPacks() {}

  static RulePack load(String directory) {
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    CompilerProcess compiler = new CompilerProcess(classPath, CompilerProcess.LIMIT);
    PackLoader loader =
        new PackLoader(
            HEADGATE,
            (id, files) -> CompiledPack.read(compiler.compile(id, files)),
            DrlChecker.LIMIT);
    return loader.load(OpenPack.read(Path.of(directory), directory));
  }
}
