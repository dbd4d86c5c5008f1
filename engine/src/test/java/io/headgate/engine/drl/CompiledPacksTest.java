package io.headgate.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.drl.compile.Drl;
import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledPacksTest {

  private static final byte[] COMPILED = Drl.bytes(Drl.rule("$t : Topic()"));

  @TempDir Path home;
  private final AtomicInteger compiled = new AtomicInteger();

  private CompiledPacks packs() {
    return new CompiledPacks(
        home.resolve("cache/packs"),
        home.resolve("state/key"),
        (id, files) -> {
          compiled.incrementAndGet();
          return COMPILED;
        });
  }

  private static SortedMap<String, byte[]> files(String... namesAndTexts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private Path entry() throws IOException {
    try (Stream<Path> entries = Files.list(home.resolve("cache/packs"))) {
      List<Path> all = entries.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void compilesOnce() throws IOException {
    assertThat(packs().get("test", files("a.drl", "x")).rules()).hasSize(1);
    assertThat(packs().get("test", files("a.drl", "x")).rules()).hasSize(1);

    assertThat(compiled).hasValue(1);
  }

  @Test
  void compilesAgainWhateverHasChanged() throws IOException {
    packs().get("test", files("a.drl", "x"));
    packs().get("other", files("a.drl", "x"));
    packs().get("test", files("b.drl", "x"));
    packs().get("test", files("a.drl", "y"));
    packs().get("test", files("a.drl", "x", "b.drl", ""));
    packs().get("test", files("a.drl", "", "x", "b.drl"));

    assertThat(compiled).hasValue(6);
  }

  @Test
  void compilesAgainWhatWasTamperedWith() throws IOException {
    packs().get("test", files("a.drl", "x"));
    byte[] good = Files.readAllBytes(entry());
    for (int at : new int[] {0, 31, 32, 40, good.length / 2, good.length - 1}) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(entry(), bad);
      compiled.set(0);

      assertThat(packs().get("test", files("a.drl", "x")).rules()).hasSize(1);

      assertThat(compiled).as("byte %s", at).hasValue(1);
      assertThat(Files.readAllBytes(entry())).isEqualTo(good);
    }
  }

  @Test
  void compilesAgainWhatIsHalfWritten() throws IOException {
    packs().get("test", files("a.drl", "x"));
    byte[] good = Files.readAllBytes(entry());
    for (int length : new int[] {0, 1, 32, 33, good.length - 1}) {
      Files.write(entry(), java.util.Arrays.copyOf(good, length));
      compiled.set(0);

      packs().get("test", files("a.drl", "x"));

      assertThat(compiled).as("length %s", length).hasValue(1);
    }
  }

  @Test
  void removesWhatNobodyHasCompiledForLong() throws IOException {
    packs().get("test", files("a.drl", "x"));
    Path old = entry();
    Path own = Files.createFile(old.resolveSibling("somebody's.tmp"));
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(31)));
    Files.setLastModifiedTime(old, longAgo);
    Files.setLastModifiedTime(own, longAgo);
    packs().get("test", files("a.drl", "x"));
    assertThat(old).exists();

    packs().get("test", files("a.drl", "y"));

    assertThat(old).doesNotExist();
    assertThat(own).exists();
  }

  @Test
  void compilesAgainWhatSomebodyElseMade() throws IOException {
    packs().get("test", files("a.drl", "x"));
    Files.delete(home.resolve("state/key"));

    packs().get("test", files("a.drl", "x"));

    assertThat(compiled).hasValue(2);
  }

  @Test
  void compilesAgainWhatBelongsToAnotherPack() throws IOException {
    packs().get("test", files("a.drl", "x"));
    Path first = entry();
    byte[] good = Files.readAllBytes(first);
    Files.delete(first);
    packs().get("test", files("a.drl", "y"));
    Files.write(entry(), good);

    packs().get("test", files("a.drl", "y"));

    assertThat(compiled).hasValue(3);
  }

  @Test
  void doesNotTrustAKeyThatOthersCanReadOrWrite() throws IOException {
    packs().get("test", files("a.drl", "x"));
    Path key = home.resolve("state/key");
    assertThat(Files.getPosixFilePermissions(key))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    packs().get("test", files("a.drl", "x"));

    assertThat(compiled).hasValue(2);
    assertThat(Files.getPosixFilePermissions(key))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void doesWithoutAPlaceToKeepThings() throws IOException {
    Files.writeString(home.resolve("cache"), "not a directory");
    Files.writeString(home.resolve("state"), "not a directory");

    assertThat(packs().get("test", files("a.drl", "x")).rules()).hasSize(1);
  }

  @Test
  void keepsNothingOfWhatDoesNotCompile() {
    CompiledPacks packs =
        new CompiledPacks(
            home.resolve("cache/packs"),
            home.resolve("state/key"),
            (id, files) -> {
              throw new UserError("It does not compile.");
            });

    assertThatThrownBy(() -> packs.get("test", files("a.drl", "x"))).isInstanceOf(UserError.class);

    assertThat(home.resolve("cache/packs")).doesNotExist();
  }

  @Test
  void servesConcurrentRuns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<CompiledPack>> runs = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        runs.add(() -> packs().get("test", files("a.drl", "x")));
      }
      for (Future<CompiledPack> run : threads.invokeAll(runs)) {
        assertThat(run.get().rules()).hasSize(1);
      }
    } finally {
      threads.shutdownNow();
    }
    compiled.set(0);

    packs().get("test", files("a.drl", "x"));

    assertThat(compiled).hasValue(0);
    assertThat(entry()).isRegularFile();
  }

  @Test
  void signsAsEverybodyDoes() throws Exception {
    byte[] key = "a key of thirty-two bytes, or so".getBytes(StandardCharsets.UTF_8);
    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));

    assertThat(Digests.hmac(key, "ab".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3}))
        .isEqualTo(mac.doFinal(new byte[] {'a', 'b', 1, 2, 3}));
  }
}
