package io.headgate.testcluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node, broker and controller, with SASL/SCRAM and Kafka's own authorizer, which lets in
 * nobody without an ACL. Ports are free ones, the directory is temporary, and both are given back
 * by {@link #close}. It has no zstd, lz4 or snappy: headgate does without their native code.
 */
public final class TestBroker implements AutoCloseable {

  /** Who may do everything. */
  public static final String ADMIN = "admin";

  private static final String PASSWORD = "admin-secret-of-the-tests";

  private final Path directory;
  private final KafkaRaftServer server;
  private final int port;
  private final Duration startTime;

  private TestBroker(Path directory, KafkaRaftServer server, int port, Duration startTime) {
    this.directory = directory;
    this.server = server;
    this.port = port;
    this.startTime = startTime;
  }

  /** Starts one and waits until it answers. */
  public static TestBroker start() throws IOException {
    return start(Map.of());
  }

  /**
   * Starts one that has some properties otherwise.
   *
   * @param others properties of the broker
   */
  public static TestBroker start(Map<String, String> others) throws IOException {
    long began = System.nanoTime();
    Path directory = Files.createTempDirectory("headgate-broker");
    IOException last = new IOException("A port of the broker was taken twice.");
    for (int attempt = 0; attempt < 3; attempt++) {
      // Between looking for a free port and taking it somebody else may take it.
      List<Integer> ports = freePorts(2);
      KafkaRaftServer server = null;
      try {
        Path log = directory.resolve("log" + attempt);
        server = new KafkaRaftServer(config(log, ports.get(0), ports.get(1), others), Time.SYSTEM);
        server.startup();
        TestBroker broker =
            new TestBroker(
                directory, server, ports.get(0), Duration.ofNanos(System.nanoTime() - began));
        return broker;
      } catch (Exception e) {
        if (server != null) {
          server.shutdown();
        }
        last = new IOException("The broker did not start.", e);
      }
    }
    delete(directory);
    throw last;
  }

  private static KafkaConfig config(Path log, int port, int controller, Map<String, String> others)
      throws Exception {
    Formatter formatter =
        new Formatter()
            .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
            .setNodeId(1)
            .setClusterId(Uuid.randomUuid().toString())
            .setControllerListenerName("CONTROLLER")
            .setDirectories(List.of(log.toString()))
            .setMetadataLogDirectory(log.toString())
            .setScramArguments(
                List.of(
                    "SCRAM-SHA-256=[name="
                        + ADMIN
                        + ",password="
                        + PASSWORD
                        + ",iterations=4096]"));
    formatter.run();
    Properties config = new Properties();
    config.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@localhost:" + controller,
            "listeners", "SASL://localhost:" + port + ",CONTROLLER://localhost:" + controller,
            "listener.security.protocol.map", "SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
            "controller.listener.names", "CONTROLLER",
            "inter.broker.listener.name", "SASL",
            "sasl.enabled.mechanisms", "SCRAM-SHA-256",
            "sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-256"));
    config.putAll(
        Map.of(
            "listener.name.sasl.scram-sha-256.sasl.jaas.config", jaas(ADMIN, PASSWORD),
            "log.dirs", log.toString(),
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            // The controller's own listener has no SASL.
            "super.users", "User:" + ADMIN + ";User:ANONYMOUS"));
    config.putAll(others);
    return new KafkaConfig(config, false);
  }

  private static String jaas(String user, String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
        + user
        + "\" password=\""
        + password
        + "\";";
  }

  /** Where clients begin. */
  public String bootstrapServer() {
    return "localhost:" + port;
  }

  /** How long it took until it was there. */
  public Duration startTime() {
    return startTime;
  }

  /** What a client needs to come in as a user. */
  public Map<String, String> client(String user, String password) {
    return Map.of(
        "bootstrap.servers",
        bootstrapServer(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-256",
        "sasl.jaas.config",
        jaas(user, password));
  }

  /** A client of the one who may do everything; to be closed by the caller. */
  public Admin admin() {
    return Admin.create(Map.copyOf(client(ADMIN, PASSWORD)));
  }

  /** What {@link #ADMIN} comes in with. */
  public Map<String, String> adminClient() {
    return client(ADMIN, PASSWORD);
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      List<Integer> ports = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        ports.add(socket.getLocalPort());
      }
      return ports;
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  /** Stops it and removes its directory. */
  @Override
  public void close() throws IOException {
    server.shutdown();
    server.awaitShutdown();
    delete(directory);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
