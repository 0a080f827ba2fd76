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

package io.github.faultbook.autoconfigure.contract;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for what surrounds the answers of a reactive application: the error handling that
 * the application has itself, streams, listeners and metrics.
 */
@ParameterizedClass(name = "{0}, own exception handler: {1}")
@CsvSource({ "NETTY, true", "NETTY, false", "TOMCAT, false", "JETTY, false" })
class ReactiveHandlingTests {

	private static Server server;

	private final boolean ownHandler;

	ReactiveHandlingTests(Server.ReactiveContainer container, boolean ownHandler) {
		this.ownHandler = ownHandler;
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.ReactiveContainer container, boolean ownHandler) {
		server = Server.reactive(container, OwnApplication.class, Server.class.getClassLoader(),
				"faultbook.format=problem-details",
				"spring.main.sources=" + (ownHandler ? OwnHandler.class.getName() : ""));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@BeforeEach
	void forget() {
		events().clear();
	}

	private static BlockingQueue<ErrorEvent> events() {
		return server.application().getBean(Events.class).queue;
	}

	@Test
	void exceptionHandlerOfTheControllerWins() {
		assertThat(server.send("GET /own/controller").body()).isEqualTo("own controller");
		assertThat(events()).isEmpty();
	}

	@Test
	void adviceWins() {
		assertThat(server.send("GET /own/advice").body()).isEqualTo("own advice");
		assertThat(events()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/own/handler", "/own/handler/known" })
	void webExceptionHandlerWins(String path) {
		assumeThat(this.ownHandler).isTrue();
		Wire.Answer answer = server.send("GET " + path);
		assertThat(answer.status()).isEqualTo(418);
		assertThat(answer.body()).isEmpty();
		assertThat(answer.headers()).containsKey("X-Own");
		assertThat(events()).isEmpty();
	}

	@Test
	void filtersSeeExceptionsThatNoResolverRecognizes() {
		Queue<Throwable> seen = server.application().getBean(Watching.class).seen;
		seen.clear();
		server.send("GET /stream/early");
		server.send("GET /nowhere");
		assertThat(seen).hasSize(this.ownHandler ? 2 : 0);
		seen.clear();
		server.send("GET /failing");
		assertThat(seen).singleElement().isInstanceOf(IllegalStateException.class);
	}

	@Test
	void filterChangesNeitherTheRequestNorTheResponseOfAnError() {
		Wire.Answer answer = server.send("GET /decorated/nowhere");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.body()).contains("\"instance\":\"/decorated/nowhere\"");
	}

	@Test
	void entryPointAndAccessDeniedHandlerStay() {
		Wire.Answer refused = server.send("GET /guarded/hello");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.body()).isEqualTo("own entry point");
		Wire.Answer denied = server.send("GET /guarded/admin", SecurityCases.credentials("ada", "pw"));
		assertThat(denied.status()).isEqualTo(403);
		assertThat(denied.body()).isEqualTo("own denial");
	}

	@Test
	void streamThatFailsAfterItsFirstElementIsCutAndReportedOnce() throws Exception {
		String answer = failAfterTheFirstElement(new IllegalStateException(Markers.SECRET));
		assertThat(answer).startsWith("HTTP/1.1 200 ")
			.contains("first")
			.doesNotContain("problem", Markers.SECRET)
			.doesNotContain("\r\n0\r\n");
		ErrorEvent event = events().take();
		assertThat(event.error().code()).isEqualTo("internal_server_error");
		assertThat(event.exception()).isInstanceOf(IllegalStateException.class);
		assertThat(events()).isEmpty();
	}

	@Test
	void streamWhoseFailureLooksLikeADisconnectedClientIsCut() throws Exception {
		assertThat(failAfterTheFirstElement(new IOException("Broken pipe"))).doesNotContain("\r\n0\r\n");
		assertThat(events().take().exception()).isInstanceOf(IOException.class);
	}

	/**
	 * Let a stream fail when its first element has been received.
	 * @param failure the failure
	 * @return the whole answer, as it was sent
	 */
	private static String failAfterTheFirstElement(Exception failure) throws IOException {
		Sinks.One<Map<String, String>> second = server.application().getBean(OwnController.class).second.get();
		try (Socket socket = new Socket("localhost", server.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write("GET /stream/late HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
			StringBuilder answer = new StringBuilder();
			InputStream input = socket.getInputStream();
			for (int next = input.read(); next >= 0; next = input.read()) {
				answer.append((char) next);
				if (answer.toString().endsWith("first\"}")) {
					second.tryEmitError(failure);
				}
			}
			return answer.toString();
		}
	}

	@Test
	void lastEventOfAStreamIsTheError() throws Exception {
		String body = server.send("GET /events/before").body();
		events().clear();
		Wire.Answer answer = ErrorEventTests.read(server, "/events/after", "/problem/none");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body())
			.isEqualTo("data:one\n\nevent:error\ndata:" + body.replace("/before", "/after") + "\n\n");
		assertThat(answer.complete()).isTrue();
		assertThat(events().take().error().code()).isEqualTo("conflict");
		assertThat(events()).isEmpty();
	}

	@Test
	void lastEventIsTheErrorIfAnEventCannotBeWritten() throws Exception {
		Wire.Answer answer = ErrorEventTests.read(server, "/events/unwritable", "/problem/none");
		assertThat(answer.body()).startsWith("data:{\"name\":\"one\"}\n\nevent:error\ndata:{")
			.contains("\"code\":\"internal_server_error\"")
			.doesNotContain("three", Markers.SECRET);
		assertThat(answer.complete()).isTrue();
		assertThat(events().take().error().status()).isEqualTo(500);
		assertThat(events()).isEmpty();
	}

	@Test
	void streamOfEventsIsCutInTheMiddleOfAnEvent() throws Exception {
		Wire.Answer answer = ErrorEventTests.read(server, "/events/part", "/problem/none");
		assertThat(answer.body()).isEqualTo("data:on");
		assertThat(answer.complete()).isFalse();
		assertThat(events().take().error().code()).isEqualTo("conflict");
		assertThat(events()).isEmpty();
	}

	@Test
	void errorsOfTheVirtualMachineAndCyclicCausesAreAnsweredOnce() throws Exception {
		String body = "{\"seat\":\"1A\",\"row\":1}";
		for (String request : List.of("GET /fatal/overflow HTTP/1.1\r\n", "GET /fatal/linkage HTTP/1.1\r\n",
				"GET /fatal/ring HTTP/1.1\r\n", "GET /fatal/mono HTTP/1.1\r\n",
				"POST /fatal/body HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
					.formatted(body.length()),
				"POST /fatal/form HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n")) {
			Wire.Answer answer = server.exchange(
					request + "Host: localhost\r\nConnection: close\r\n\r\n" + (request.contains("json") ? body : ""));
			assertThat(answer.status()).as(request).isEqualTo(500);
			assertThat(answer.body()).as(request).contains("\"code\":\"internal_server_error\"");
			assertThat(events().take().error().code()).isEqualTo("internal_server_error");
			assertThat(events()).isEmpty();
		}
	}

	@Test
	void streamThatFailsBeforeItsFirstElementIsAnOrdinaryError() {
		Wire.Answer answer = server.send("GET /stream/early");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.body()).contains("\"code\":\"conflict\"");
		assertThat(answer.headers().get("Content-Type")).containsExactly("application/problem+json");
	}

	@Test
	void headHasTheHeadersOnly() {
		Wire.Answer get = server.send("GET /nowhere");
		Wire.Answer head = server.send("HEAD /nowhere");
		assertThat(head.status()).isEqualTo(404);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().get("Content-Length")).isEqualTo(get.headers().get("Content-Length"));
		assertThat(head.headers().get("Content-Type")).isEqualTo(get.headers().get("Content-Type"));
	}

	@Test
	void messageIsInTheLanguageOfTheClient() {
		Wire.Answer answer = server.send("GET /nowhere", "Accept-Language: xx, de;q=0.5");
		assertThat(answer.headers().get("Content-Language")).containsExactly("de");
		assertThat(answer.headers().get("Vary")).contains("Accept-Language");
	}

	@Test
	void problemDetailsThatHandlersReturnHaveTheFormat() {
		for (String way : List.of("plain", "mono", "entity", "entity-mono")) {
			Wire.Answer answer = server.send("GET /problem/" + way);
			assertThat(answer.status()).as(way).isEqualTo(409);
			assertThat(answer.body()).as(way).contains("\"detail\":\"The seat is taken.\"", "\"code\":\"conflict\"");
			assertThat(answer.headers()).as(way).containsKey("X-Error-Reference");
		}
	}

	@Test
	void valuesThatHandlersReturnPass() {
		assertThat(server.send("GET /problem/none").body()).isEqualTo("{\"seat\":\"12A\"}");
		assertThat(server.send("GET /problem/none-mono").body()).isEqualTo("{\"seat\":\"12A\"}");
	}

	@Test
	void allProblemsOfAJsonBodyAreListed() {
		String json = "{\"seat\":[],\"row\":\"x\",\"extra\":1}";
		Wire.Answer answer = server.exchange("POST /booking HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("seat", "row");
		assertThat(events().remove().error().violations()).hasSize(2);
	}

	@Test
	void observationOfAServerErrorHasTheErrorAndTheCode() throws InterruptedException {
		server.send("GET /failing");
		ServerRequestObservationContext observed = observed("/failing");
		assertThat(observed.getError()).isInstanceOf(IllegalStateException.class);
		assertThat(observed.getLowCardinalityKeyValue("error.code").getValue()).isEqualTo("internal_server_error");
	}

	@Test
	void observationOfAClientErrorHasTheErrorAndTheCode() throws InterruptedException {
		server.send("GET /nowhere/observed");
		ServerRequestObservationContext observed = observed("/nowhere/observed");
		assertThat(observed.getError()).isInstanceOf(ResponseStatusException.class);
		assertThat(observed.getLowCardinalityKeyValue("error.code").getValue()).isEqualTo("resource_not_found");
	}

	private static ServerRequestObservationContext observed(String path) throws InterruptedException {
		BlockingQueue<ServerRequestObservationContext> ended = server.application().getBean(Observations.class).ended;
		ServerRequestObservationContext observed = ended.take();
		while (!observed.getCarrier().getPath().value().equals(path)) {
			observed = ended.take();
		}
		return observed;
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ OwnController.class, OwnAdvice.class, Watching.class, Events.class, Observations.class })
	static class OwnApplication {

		@Bean
		@Order(1)
		SecurityWebFilterChain guarded(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/guarded/**"))
				.authorizeExchange((requests) -> requests.pathMatchers("/guarded/admin")
					.hasRole("ADMIN")
					.anyExchange()
					.authenticated())
				.httpBasic(Customizer.withDefaults())
				.exceptionHandling((handling) -> handling
					.authenticationEntryPoint(
							(exchange, ex) -> write(exchange, HttpStatus.UNAUTHORIZED, "own entry point"))
					.accessDeniedHandler((exchange, ex) -> write(exchange, HttpStatus.FORBIDDEN, "own denial")))
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain open(ServerHttpSecurity http) {
			return http.authorizeExchange((requests) -> requests.anyExchange().permitAll())
				.csrf((csrf) -> csrf.disable())
				.build();
		}

		@Bean
		MapReactiveUserDetailsService users() {
			return new MapReactiveUserDetailsService(
					User.withUsername("ada").password("{noop}pw").roles("USER").build());
		}

		private static Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String text) {
			exchange.getResponse().setStatusCode(status);
			exchange.getResponse().getHeaders().setContentType(MediaType.TEXT_PLAIN);
			return exchange.getResponse()
				.writeWith(Mono.just(exchange.getResponse().bufferFactory().wrap(text.getBytes())));
		}

	}

	/**
	 * Keeps the observations, which end after the answer was sent.
	 */
	static class Observations implements ObservationHandler<ServerRequestObservationContext> {

		private final BlockingQueue<ServerRequestObservationContext> ended = new LinkedBlockingQueue<>();

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof ServerRequestObservationContext;
		}

		@Override
		public void onStop(ServerRequestObservationContext context) {
			this.ended.add(context);
		}

	}

	static class Events implements ErrorListener {

		private final BlockingQueue<ErrorEvent> queue = new LinkedBlockingQueue<>();

		@Override
		public void onError(ErrorEvent event) {
			this.queue.add(event);
		}

	}

	@Order(-2)
	static class OwnHandler implements WebExceptionHandler {

		@Override
		public Mono<Void> handle(ServerWebExchange exchange, Throwable exception) {
			boolean known = exception instanceof ApiException fault && fault.errorCode() == CommonError.RESOURCE_GONE;
			if (!known && !(exception instanceof UnsupportedOperationException)) {
				return Mono.error(exception);
			}
			exchange.getResponse().setStatusCode(HttpStatusCode.valueOf(418));
			exchange.getResponse().getHeaders().set("X-Own", "yes");
			return exchange.getResponse().setComplete();
		}

	}

	/**
	 * Sees the exceptions of handlers, and rewrites some of their requests.
	 */
	static class Watching implements WebFilter {

		private final Queue<Throwable> seen = new ConcurrentLinkedQueue<>();

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			String path = exchange.getRequest().getPath().value();
			ServerWebExchange passed = path.startsWith("/decorated/") ? decorate(exchange) : exchange;
			return chain.filter(passed).doOnError(this.seen::add);
		}

		private static ServerWebExchange decorate(ServerWebExchange exchange) {
			return exchange.mutate()
				.request((request) -> request.path("/rewritten"))
				.response(new ServerHttpResponseDecorator(exchange.getResponse()) {

					@Override
					public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
						throw new IllegalStateException(Markers.SECRET);
					}

				})
				.build();
		}

	}

	@RestControllerAdvice
	static class OwnAdvice {

		@ExceptionHandler
		@ResponseStatus(HttpStatus.BAD_GATEWAY)
		String handle(ArithmeticException exception) {
			return "own advice";
		}

	}

	@RestController
	static class OwnController {

		private final AtomicReference<Sinks.One<Map<String, String>>> second = new AtomicReference<>(Sinks.one());

		@GetMapping("/own/controller")
		Mono<String> controller() {
			return Mono.error(new ArrayStoreException(Markers.SECRET));
		}

		@ExceptionHandler
		ResponseEntity<String> handle(ArrayStoreException exception) {
			return ResponseEntity.badRequest().body("own controller");
		}

		@GetMapping("/own/advice")
		Mono<String> advice() {
			return Mono.error(new ArithmeticException(Markers.SECRET));
		}

		@GetMapping("/own/handler")
		Mono<String> handler() {
			return Mono.error(new UnsupportedOperationException(Markers.SECRET));
		}

		@GetMapping("/own/handler/known")
		Mono<String> handlerOfAKnownException() {
			throw new ApiException(CommonError.RESOURCE_GONE);
		}

		@GetMapping("/failing")
		Mono<String> failing() {
			return Mono.error(new IllegalStateException(Markers.SECRET));
		}

		@GetMapping(path = "/events/before", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> eventsBefore() {
			return Flux.error(new ApiException(CommonError.CONFLICT));
		}

		@GetMapping(path = "/events/after", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> eventsAfter() {
			return Flux.concat(Mono.just("one"), eventsBefore());
		}

		@GetMapping(path = "/events/unwritable", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<Object> eventsUnwritable() {
			return Flux.just(Map.of("name", "one"), new Unwritable("two"), Map.of("name", "three"));
		}

		@GetMapping("/events/part")
		Mono<Void> eventsPart(ServerHttpResponse response) {
			response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
			DataBuffer part = response.bufferFactory().wrap("data:on".getBytes());
			return response.writeAndFlushWith(
					Flux.concat(Mono.just(Mono.just(part)), Mono.error(new ApiException(CommonError.CONFLICT))));
		}

		@GetMapping("/fatal/overflow")
		String overflow() {
			throw new StackOverflowError(Markers.SECRET);
		}

		@GetMapping("/fatal/linkage")
		String linkage() {
			throw new NoClassDefFoundError(Markers.SECRET);
		}

		@GetMapping("/fatal/ring")
		String ring() {
			throw FailingController.ring();
		}

		@GetMapping("/fatal/mono")
		Mono<String> fatalMono() {
			return Mono.fromCallable(this::overflow);
		}

		@PostMapping("/fatal/body")
		String fatalBody(@RequestBody Booking booking) {
			throw new StackOverflowError(Markers.SECRET);
		}

		@PostMapping("/fatal/form")
		String fatalForm(SeatForm form) {
			throw FailingController.ring();
		}

		@GetMapping(path = "/stream/late", produces = MediaType.APPLICATION_NDJSON_VALUE)
		Flux<Map<String, String>> late() {
			Sinks.One<Map<String, String>> end = this.second.getAndSet(Sinks.one());
			return Flux.concat(Mono.just(Map.of("name", "first")), end.asMono());
		}

		@GetMapping(path = "/stream/early", produces = MediaType.APPLICATION_NDJSON_VALUE)
		Flux<Map<String, String>> early() {
			return Flux.error(new ApiException(CommonError.CONFLICT));
		}

		@GetMapping("/problem/plain")
		ProblemDetail plain() {
			return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The seat is taken.");
		}

		@GetMapping("/problem/mono")
		Mono<ProblemDetail> mono() {
			return Mono.just(plain());
		}

		@GetMapping("/problem/entity")
		ResponseEntity<ProblemDetail> entity() {
			return ResponseEntity.of(plain()).build();
		}

		@GetMapping("/problem/entity-mono")
		Mono<ResponseEntity<ProblemDetail>> entityMono() {
			return Mono.just(entity());
		}

		@GetMapping("/problem/none")
		ResponseEntity<Map<String, String>> none() {
			return ResponseEntity.ok(Map.of("seat", "12A"));
		}

		@GetMapping("/problem/none-mono")
		Mono<ResponseEntity<Map<String, String>>> noneMono() {
			return Mono.just(none());
		}

		@PostMapping("/booking")
		Mono<Booking> book(@Valid @RequestBody Mono<Booking> booking) {
			return booking;
		}

	}

	record Unwritable(String name) {

		@Override
		public String name() {
			throw new IllegalStateException(Markers.SECRET);
		}

	}

	record SeatForm(@Nullable String seat) {
	}

	record Booking(@NotBlank String seat, @Min(1) int row) {
	}

}
