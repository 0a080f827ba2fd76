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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.pipeline.ErrorResolver;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what others see of an exception: the same application runs with Faultbook and
 * without.
 */
@Tag("slow")
@ParameterizedClass
@EnumSource(Server.Container.class)
class DispatcherTests {

	private static final Sightings SIGHTINGS = new Sightings();

	private static Server with;

	private static Server without;

	DispatcherTests(Server.Container container) {
		// Each container has servers of its own
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) {
		String sources = "spring.main.sources=" + Guests.class.getName();
		with = new Server(container, sources);
		without = new Server(container, sources, "faultbook.enabled=false");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		with.close();
		without.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/throw/runtime", "/throw/checked", "/throw/error", "/throw/stack-overflow", "/functional",
			"/plain", "/guests/future", "/guests/mono" })
	void unexpectedExceptionIsSeenAsWithoutFaultbook(String path) {
		Map<String, String> seen = SIGHTINGS.of(with, path);
		assertThat(seen).isEqualTo(SIGHTINGS.of(without, path));
		assertThat(seen).containsKeys("resolver -1", "resolver 1", "resolver last", "observation");
		assertThat(SIGHTINGS.send(with, path).status()).isEqualTo(500);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nope", "/input/query", "/throw/response-status", "/throw/annotated",
			"/throw/error-response-thrown", "/orders" })
	void expectedExceptionIsSeenAsWithoutFaultbook(String path) {
		Map<String, String> seen = SIGHTINGS.of(with, path);
		assertThat(seen).isEqualTo(SIGHTINGS.of(without, path));
		assertThat(seen).containsOnlyKeys("resolver -1", "resolver 0");
	}

	@ParameterizedTest
	@CsvSource({ "/throw/runtime, 2", "/functional, 2", "/throw/response-status, 1" })
	void resolversAreAskedOnceInTheDispatcherAndOnceBehindIt(String path, int times) {
		SIGHTINGS.send(with, path);
		assertThat(SIGHTINGS.asked).hasSize(times);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/throw/api", "/throw/completion", "/throw/fault", "/async/callable", "/async/future" })
	void exceptionOfTheCatalogIsNotUnexpected(String path) {
		assertThat(SIGHTINGS.of(with, path).keySet()).isSubsetOf("resolver -1", "resolver 0");
	}

	@Test
	void codeIsAKeyOfTheObservation() {
		SIGHTINGS.of(with, "/throw/api");
		assertThat(SIGHTINGS.code).isEqualTo("payment_required");
		SIGHTINGS.of(with, "/guests/fine");
		assertThat(SIGHTINGS.code).isEqualTo("none");
	}

	@Test
	void exceptionBehindStartAsyncIsAnsweredAtOnce() {
		assertThat(SIGHTINGS.send(with, "/guests/started").status()).isEqualTo(409);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/guests/flux", "/guests/mono-known" })
	void reactiveHandlerIsAnsweredOnce(String path) {
		Wire.Answer answer = SIGHTINGS.send(with, path);
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.complete()).isTrue();
		assertThat(answer.body()).containsOnlyOnce("\"conflict\"");
	}

	/**
	 * The exceptions that the other parts of an application see during one request.
	 */
	private static final class Sightings {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		private final List<Throwable> asked = new CopyOnWriteArrayList<>();

		private final Semaphore ended = new Semaphore(0);

		private volatile @Nullable String code;

		Wire.Answer send(Server server, String path) {
			this.seen.clear();
			this.asked.clear();
			this.ended.drainPermits();
			Wire.Answer answer = server.send("GET " + path);
			// Jetty ends the observation behind the answer
			assertThat(acquire()).isTrue();
			return answer;
		}

		Map<String, String> of(Server server, String path) {
			send(server, path);
			Map<String, String> sorted = new TreeMap<>();
			this.seen.forEach((sighting) -> sorted.merge(sighting.split(": ")[0], sighting.split(": ")[1],
					(first, second) -> first + ", " + second));
			return sorted;
		}

		private boolean acquire() {
			try {
				return this.ended.tryAcquire(10, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		void add(String who, @Nullable Throwable exception) {
			if (exception != null) {
				this.seen.add(who + ": " + exception.getClass().getSimpleName());
			}
		}

	}

	/**
	 * A resolver that reports and leaves the answer to others, as those of error
	 * trackers.
	 *
	 * @param name the name
	 * @param order the order
	 */
	record Tracker(String name, int order) implements HandlerExceptionResolver, Ordered {

		@Override
		public int getOrder() {
			return this.order;
		}

		@Override
		public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
				@Nullable Object handler, Exception exception) {
			SIGHTINGS.add("resolver " + this.name, exception);
			return null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Guests implements WebMvcConfigurer {

		@Bean
		Tracker early() {
			return new Tracker("-1", -1);
		}

		@Bean
		Tracker level() {
			return new Tracker("0", 0);
		}

		@Bean
		Tracker late() {
			return new Tracker("1", 1);
		}

		@Bean
		Tracker last() {
			return new Tracker("last", Ordered.LOWEST_PRECEDENCE);
		}

		@Bean
		ErrorResolver witness() {
			return (exception, request) -> {
				SIGHTINGS.asked.add(exception);
				return null;
			};
		}

		@Bean
		ObservationHandler<ServerRequestObservationContext> requestObservations() {
			return new ObservationHandler<>() {

				@Override
				public boolean supportsContext(Observation.Context context) {
					return context instanceof ServerRequestObservationContext;
				}

				@Override
				public void onStop(ServerRequestObservationContext context) {
					SIGHTINGS.add("observation", context.getError());
					SIGHTINGS.code = (context.getLowCardinalityKeyValue("error.code") != null)
							? context.getLowCardinalityKeyValue("error.code").getValue() : null;
					SIGHTINGS.ended.release();
				}

			};
		}

		@Override
		public void addInterceptors(InterceptorRegistry registry) {
			registry.addInterceptor(new HandlerInterceptor() {

				@Override
				public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
						@Nullable Exception exception) {
					SIGHTINGS.add("interceptor", exception);
				}

			});
		}

		@RestController
		static class GuestController {

			@GetMapping("/guests/fine")
			String fine() {
				return "fine";
			}

			@GetMapping("/guests/future")
			CompletableFuture<String> future() {
				return CompletableFuture.failedFuture(new IllegalStateException(Markers.SECRET));
			}

			@GetMapping("/guests/mono")
			Mono<String> mono() {
				return Mono.error(new IllegalStateException(Markers.SECRET));
			}

			@GetMapping("/guests/mono-known")
			Mono<String> knownMono() {
				return Mono.error(new ApiException(CommonError.CONFLICT));
			}

			@GetMapping("/guests/flux")
			Flux<Map<String, String>> flux() {
				return Flux.concat(Flux.just(Map.of("begun", "yes")),
						Flux.error(new ApiException(CommonError.CONFLICT)));
			}

			@GetMapping("/guests/started")
			void started(HttpServletRequest request) {
				request.startAsync();
				throw new ApiException(CommonError.CONFLICT);
			}

		}

	}

}
