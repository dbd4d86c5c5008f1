package io.headgate.engine;

import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.HeldFile;
import io.headgate.engine.dialect.Looked;
import io.headgate.engine.dialect.terraform.TerraformFiles;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.FileTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the files that only mean something together: those of Terraform. */
final class HeldFiles {

  private HeldFiles() {}

  /** By a glance first, so that no class of Terraform is needed where there is nothing of it. */
  static boolean holds(String path, String text) {
    boolean glance =
        path.endsWith(".tf")
            || path.endsWith(".tfvars")
            || (path.endsWith(".json") && text.contains("\"resource_changes\""));
    return glance && TerraformFiles.takes(path, text);
  }

  /** What came of them, in no order; not each of them need be among it by its own path. */
  static List<Looked> read(List<HeldFile> held, FileTree files, Dialects dialects) {
    Map<String, SourceText> texts = new TreeMap<>();
    Set<String> asked = new HashSet<>();
    for (HeldFile file : held) {
      texts.put(file.file(), file.source());
      if (file.asked()) {
        asked.add(file.file());
      }
    }
    TerraformFiles.Loaded loaded = TerraformFiles.read(files, texts);
    List<Looked> looked = new ArrayList<>(loaded.files());
    looked.addAll(loaded.skipped());
    for (SourceText plan : loaded.left()) {
      looked.add(dialects.look(plan, asked.contains(plan.file())));
    }
    return looked;
  }
}
