package io.headgate.live;

import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a running cluster and writes down what it saw.
 *
 * @param bootstrapServers {@code HOST:PORT}, several with commas
 * @param commandConfig the properties of the client, as Kafka's own tools take them; null for none
 * @param connects the Connect clusters to ask
 * @param registry the registry to ask; null for none
 * @param timeout how long to wait for each answer
 */
public record Snapshot(
    String bootstrapServers,
    @Nullable Path commandConfig,
    List<Source> connects,
    @Nullable Source registry,
    Duration timeout) {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

  /** Copies the list. */
  public Snapshot {
    connects = List.copyOf(connects);
  }

  /**
   * What was written.
   *
   * @param running what was seen, with placeholders for secrets
   * @param files how many files the landscape has
   * @param written how many of them are new or other than before
   * @param removed how many were removed
   * @param secrets where a secret was seen in the clear, by file and line; never the secret
   */
  public record Outcome(
      Running running, int files, int written, int removed, List<String> secrets) {

    /** Copies the list. */
    public Outcome {
      secrets = List.copyOf(secrets);
    }
  }

  /**
   * Looks and writes.
   *
   * @throws UserError if what is asked does not answer, or the directory cannot be written to; then
   *     nothing was changed in it
   */
  public Outcome to(Path directory) throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new UserError("'" + directory + "' is no directory; name one with --to.");
    }
    Masked masked = Masked.of(look());
    SnapshotDirectory.Written written =
        new SnapshotDirectory(target).write(Landscape.of(masked.running()));
    return new Outcome(
        masked.running(), written.files(), written.written(), written.removed(), masked.places());
  }

  /**
   * Looks, and writes nothing to the disk.
   *
   * @return the texts of the files that {@link #to} would write, by their paths
   * @throws UserError if what is asked does not answer
   */
  public SortedMap<String, String> inMemory() throws IOException {
    return Landscape.of(Masked.of(look()).running());
  }

  /**
   * Looks at what runs; what connectors hold in the clear is in it.
   *
   * @throws UserError if what is asked does not answer
   */
  Running look() throws IOException {
    Map<String, Object> properties = properties();
    reach();
    List<Running.Gap> gaps = new ArrayList<>();
    Admin admin = admin(properties);
    try {
      KafkaReader kafka =
          new KafkaReader(admin, new Calls("'" + bootstrapServers + "'", timeout), gaps);
      String id = kafka.clusterId();
      List<Running.Connector> connectors = new ArrayList<>();
      for (Source connect : connects) {
        connectors.addAll(ConnectReader.read(connect, timeout, gaps));
      }
      connectors.sort(ConnectReader.ORDER);
      List<Running.Subject> subjects =
          registry == null ? List.of() : RegistryReader.read(registry, timeout, gaps);
      return new Running(
          id,
          kafka.topics(),
          kafka.acls(),
          kafka.quotas(),
          kafka.users(),
          kafka.groups(),
          connectors,
          subjects,
          gaps,
          new Running.Extent(
              kafka.brokers(),
              kafka.topicDefaults(),
              connects.stream().map(Source::name).sorted().toList(),
              registry != null,
              registry == null ? null : RegistryReader.level(registry, timeout)));
    } finally {
      admin.close(Duration.ofSeconds(1));
    }
  }

  private Admin admin(Map<String, Object> properties) {
    try {
      return Admin.create(properties);
    } catch (KafkaException e) {
      // Its message may quote what the file says, and that may be a password.
      throw new UserError(
          commandConfig == null
              ? "'" + bootstrapServers + "' is no address of a broker; write HOST:PORT."
              : "Kafka's client does not take the properties in '"
                  + commandConfig
                  + "'. Check security.protocol, sasl.* and ssl.* in it.");
    }
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    if (commandConfig != null) {
      Properties read = new Properties();
      try (Reader reader = Files.newBufferedReader(commandConfig, StandardCharsets.UTF_8)) {
        read.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new UserError(
            "'" + commandConfig + "' cannot be read as a file of properties in UTF-8.");
      }
      for (String name : read.stringPropertyNames()) {
        properties.put(name, read.getProperty(name));
      }
    }
    int millis = Math.toIntExact(timeout.toMillis());
    properties.put("bootstrap.servers", bootstrapServers);
    properties.put("default.api.timeout.ms", millis);
    properties.put("request.timeout.ms", millis);
    properties.put("reconnect.backoff.max.ms", 1000);
    properties.put("enable.metrics.push", "false");
    properties.putIfAbsent("client.id", "headgate-snapshot");
    return properties;
  }

  /** Says at once what is wrong with an address, where the client would only wait. */
  private void reach() {
    String worst = "";
    for (String server : bootstrapServers.split(",", -1)) {
      int colon = server.lastIndexOf(':');
      int port = colon < 1 ? -1 : port(server.substring(colon + 1).strip());
      if (port < 0) {
        throw new UserError(
            "'" + server + "' is no address of a broker; write HOST:PORT, several with commas.");
      }
      String host = server.substring(0, colon).strip().replaceAll("[\\[\\]]", "");
      InetSocketAddress address = new InetSocketAddress(host, port);
      if (address.isUnresolved()) {
        worst = "there is no host '" + host + "'";
        continue;
      }
      Duration wait = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
      try (Socket socket = new Socket()) {
        socket.connect(address, Math.toIntExact(wait.toMillis()));
        return;
      } catch (IOException e) {
        worst = "nobody answers at '" + server.strip() + "'";
      }
    }
    throw new UserError(
        "Kafka cannot be reached: " + worst + ". Check --bootstrap-server; nothing was written.");
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      return port > 0 && port < 65536 ? port : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
