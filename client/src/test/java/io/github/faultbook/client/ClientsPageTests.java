/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.client;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import feign.codec.ErrorDecoder;
import io.github.faultbook.client.ClientsPageExamples.OrderService;
import io.github.faultbook.client.Downstream.Kind;
import io.github.faultbook.format.ReceivedError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@code docs/clients.md}: its code and its configuration are executed.
 */
class ClientsPageTests {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```(java|yaml)\\n(.*?)^```$");

	private static final byte[] POOR = """
			{"error":"It is too low.","error_code":"insufficient_balance","details":{"required":["100.00"]}}"""
		.getBytes(StandardCharsets.UTF_8);

	private static final AtomicInteger REQUESTS = new AtomicInteger();

	private static HttpServer server;

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", ClientsPageTests::answer);
		server.start();
		application = start(ClientsPageExamples.Application.class, "", WebApplicationType.NONE);
	}

	@AfterAll
	static void stop() {
		application.close();
		server.stop(0);
	}

	/**
	 * Answer with the error that the page has as an example, or with as many refusals as
	 * the path says, and then with 200.
	 */
	private static void answer(HttpExchange exchange) throws IOException {
		String order = exchange.getRequestURI().getPath().replaceFirst("/orders/", "");
		int number = REQUESTS.incrementAndGet();
		boolean poor = order.equals("poor");
		int status = poor ? 402 : (order.startsWith("late") || number == 1) ? 503 : 200;
		exchange.getResponseHeaders().set("Retry-After", "0");
		exchange.getResponseHeaders().set("Content-Type", poor ? "application/json" : "text/plain");
		exchange.getResponseHeaders().set("Connection", "close");
		byte[] body = poor ? POOR : order.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static String address() {
		return "http://%s:%d".formatted(server.getAddress().getAddress().getHostAddress(),
				server.getAddress().getPort());
	}

	private static ConfigurableApplicationContext start(Class<?> type, String yaml, WebApplicationType web) {
		return new SpringApplicationBuilder(type).web(web)
			.properties("server.port=0", "spring.http.serviceclient.orders.base-url=" + address())
			.initializers((context) -> properties(yaml)
				.forEach((source) -> context.getEnvironment().getPropertySources().addFirst(source)))
			.run();
	}

	private static List<PropertySource<?>> properties(String yaml) {
		try {
			return new YamlPropertySourceLoader().load("page",
					new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String page() throws IOException {
		return Files.readString(Path.of("..", "docs", "clients.md"));
	}

	private static List<String> blocks(String language) throws IOException {
		return BLOCK.matcher(page())
			.results()
			.filter((block) -> block.group(1).equals(language))
			.map((block) -> block.group(2))
			.toList();
	}

	private static String configuration(String property) throws IOException {
		List<String> blocks = blocks("yaml").stream().filter((yaml) -> yaml.contains(property)).toList();
		assertThat(blocks).as(property).hasSize(1);
		return blocks.get(0);
	}

	static Stream<String> javaBlocks() throws IOException {
		return blocks("java").stream();
	}

	/**
	 * The other tests execute the examples.
	 */
	@ParameterizedTest
	@MethodSource("javaBlocks")
	void codeIsThatOfTheExamples(String code) throws IOException {
		String examples = Files
			.readString(Path.of("src/test/java/io/github/faultbook/client", "ClientsPageExamples.java"));
		assertThat(plain(examples)).contains(plain(code));
	}

	private static String plain(String code) {
		return code.replaceAll("\\s+", " ").strip();
	}

	static Stream<Supplier<@Nullable Object>> clients() {
		return Stream.of(
				() -> ClientsPageExamples.call(application.getBean(RestClient.Builder.class), address(), "poor"),
				() -> ClientsPageExamples.call(application.getBean(RestTemplateBuilder.class), address(), "poor"),
				() -> ClientsPageExamples.call(application.getBean(WebClient.Builder.class), address(), "poor").block(),
				() -> ClientsPageExamples.call(application.getBean(ErrorDecoder.class), address(), "poor"),
				() -> application.getBean(OrderService.class).order("poor"),
				() -> ClientsPageExamples.restClient(application.getBean(RemoteErrorDecoder.class))
					.get()
					.uri(address() + "/orders/poor")
					.retrieve()
					.toBodilessEntity());
	}

	@ParameterizedTest
	@MethodSource("clients")
	void everyClientOfThePageThrowsTheException(Supplier<@Nullable Object> client) {
		RemoteErrorException ex = catchThrowableOfType(RemoteErrorException.class, client::get);
		assertThat(ex.getCode()).isEqualTo("insufficient_balance");
		assertThat(ex.getFact("required", BigDecimal.class)).isEqualTo("100.00");
	}

	@Test
	void codeThatCatchesTheExceptionSeesItsFacts() {
		ClientsPageExamples examples = new ClientsPageExamples(application.getBean(OrderService.class));
		assertThat(examples.order("poor")).isEqualTo("100.00");
		RemoteErrorException ex = catchThrowableOfType(RemoteErrorException.class, () -> examples.order("late"));
		assertThat(ex.getStatusCode().value()).isEqualTo(503);
		RemoteErrorException poor = catchThrowableOfType(RemoteErrorException.class,
				() -> application.getBean(OrderService.class).order("poor"));
		ClientsPageExamples.Declared.InsufficientBalanceException declared = new ClientsPageExamples.Declared().new InsufficientBalanceException(
				new RemoteAnswer(poor.getMethod(), poor.getUri(), poor.getStatusCode(), new HttpHeaders(), POOR,
						poor.getError()));
		assertThat(declared.required()).isEqualTo("100.00");
	}

	@Test
	void formatsOfServicesAreRead() throws IOException {
		try (ConfigurableApplicationContext context = start(ClientsPageExamples.Application.class,
				configuration("format: acme"), WebApplicationType.NONE)) {
			RemoteErrorDecoder decoder = context.getBean(RemoteErrorDecoder.class);
			byte[] body = "{\"why\":\"late\",\"text\":\"Too late.\",\"new\":1}".getBytes(StandardCharsets.UTF_8);
			for (String address : List.of("https://billing.example.com/api", "https://billing.example.com/api/1?a=b")) {
				assertThat(decode(decoder, address, body).getCode()).isEqualTo("late");
			}
			for (String address : List.of("https://billing.example.com/apis", "https://billing.example.com.evil/api")) {
				assertThat(decode(decoder, address, body).isRead()).isFalse();
			}
		}
	}

	private static RemoteErrorException decode(RemoteErrorDecoder decoder, String address, byte[] body) {
		return decoder.decode(HttpMethod.GET, URI.create(address), HttpStatusCode.valueOf(400), new HttpHeaders(),
				body);
	}

	@Test
	void requestsAreSentAgainAsConfigured() throws IOException {
		String yaml = configuration("retries:") + "    retry-delay: 0s\n";
		try (ConfigurableApplicationContext context = start(ClientsPageExamples.Application.class, yaml,
				WebApplicationType.NONE)) {
			OrderService orders = context.getBean(OrderService.class);
			REQUESTS.set(0);
			assertThat(orders.order("1")).isEqualTo("1");
			assertThat(REQUESTS).hasValue(2);
			REQUESTS.set(0);
			catchThrowableOfType(RemoteErrorException.class, () -> orders.order("late"));
			assertThat(REQUESTS).hasValue(4);
		}
	}

	@Test
	void codeIsRepeated() {
		OrderService orders = application.getBean(OrderService.class);
		REQUESTS.set(0);
		assertThat(ClientsPageExamples.retry(orders)).isEqualTo("ord_1");
		assertThat(REQUESTS).hasValue(2);
		REQUESTS.set(0);
		RemoteErrorRetries retries = RemoteErrorRetries.of(1, Duration.ZERO, Duration.ZERO);
		assertThat(ClientsPageExamples.retry(retries, orders)).isEqualTo("ord_1");
		assertThat(REQUESTS).hasValue(2);
	}

	@Test
	void bodyIsReadWithoutClient() {
		List<String> ambiguities = new ArrayList<>();
		ReceivedError error = ClientsPageExamples.read(
				"{\"error\":{\"message\":\"No.\",\"type\":\"api_error\"}}".getBytes(StandardCharsets.UTF_8),
				ambiguities);
		assertThat(error.message()).isEqualTo("No.");
		assertThat(ambiguities).hasSize(2).allMatch((ambiguity) -> ambiguity.startsWith("{violation."));
	}

	@Test
	void codeOfOtherServiceHasAnOwnName() throws IOException {
		try (ConfigurableApplicationContext middle = start(UpstreamErrorTests.Middle.class, configuration("upstream:"),
				WebApplicationType.SERVLET)) {
			RemoteErrorException ex = catchThrowableOfType(RemoteErrorException.class,
					() -> Kind.REST_CLIENT.get(middle,
							URI.create("http://localhost:%s/call?kind=%s&uri=%s".formatted(
									middle.getEnvironment().getProperty("local.server.port"), Kind.FEIGN,
									address() + "/orders/poor")),
							"any"));
			assertThat(ex.getStatusCode().value()).isEqualTo(402);
			assertThat(ex.getCode()).isEqualTo("payment_required");
			assertThat(ex.getFacts()).isEmpty();
		}
	}

	@Test
	void tableListsAllProperties() throws IOException {
		JsonNode metadata = JsonMapper.shared()
			.readTree(ClientsPageTests.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"));
		List<String> names = metadata.get("properties")
			.valueStream()
			.map((property) -> property.get("name").asString())
			.filter((name) -> name.startsWith("faultbook.client.") && !name.endsWith(".services"))
			.toList();
		assertThat(names).contains("faultbook.client.enabled", "faultbook.client.format");
		assertThat(page()).contains(names)
			.contains("faultbook.client.services.<name>.format", "faultbook.client.services.<name>.base-url");
	}

}
