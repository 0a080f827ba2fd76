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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.web.ReactiveSortHandlerMethodArgumentResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * A reactive application that fails in every way, with the controllers of the
 * {@link ContractApplication} as far as they do not use the Servlet API.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ FailingController.class, InputController.class, ValidationController.class, BadInputController.class,
		DatabaseController.class, SortedController.class, ReactiveSecurityConfiguration.class,
		ReactiveContractApplication.ReactiveController.class, ReactiveContractApplication.ViewController.class })
public class ReactiveContractApplication {

	@Bean
	RouterFunction<ServerResponse> functionalEndpoint() {
		return RouterFunctions.route().GET("/functional", (request) -> {
			throw new IllegalStateException(Markers.SECRET);
		}).build();
	}

	@Bean
	WebFilter failingFilter() {
		return (exchange, chain) -> switch (exchange.getRequest().getPath().value()) {
			case "/filter/api", "/intercepted/before" -> throw new ApiException(CommonError.CONFLICT);
			case "/filter/response-status" -> Mono.error(new ResponseStatusException(HttpStatus.GONE, "It is over."));
			case "/filter/runtime", "/plain" -> Mono.error(new IllegalStateException(Markers.SECRET));
			case "/filter/ring" -> Mono.error(FailingController.ring());
			case "/filter/io" -> Mono.error(new IOException(Markers.SECRET));
			case "/filter/error" -> Mono.error(new StackOverflowError(Markers.SECRET));
			case "/filter/send-error", "/send-error", "/intercepted/send-error" -> complete(exchange, HttpStatus.GONE);
			case "/filter/status-only" -> status(exchange, HttpStatus.FORBIDDEN);
			default -> chain.filter(exchange);
		};
	}

	private static Mono<Void> complete(ServerWebExchange exchange, HttpStatus status) {
		exchange.getResponse().setStatusCode(status);
		return exchange.getResponse().setComplete();
	}

	private static Mono<Void> status(ServerWebExchange exchange, HttpStatus status) {
		exchange.getResponse().setStatusCode(status);
		return Mono.empty();
	}

	@Bean
	WebFluxConfigurer flux() {
		return new WebFluxConfigurer() {

			@Override
			public void addFormatters(FormatterRegistry registry) {
				// As for an entity that does not exist
				registry.addConverter(String.class, InputController.Ticket.class, (number) -> null);
			}

			@Override
			public void addCorsMappings(CorsRegistry registry) {
				registry.addMapping("/cors/**").allowedOrigins("https://good.example").allowedMethods("GET");
			}

			@Override
			public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
				configurer.addCustomResolver(new ReactiveSortHandlerMethodArgumentResolver());
			}

		};
	}

	static void main(String[] arguments) {
		SpringApplication.run(ReactiveContractApplication.class, arguments);
	}

	/**
	 * Fails as only a reactive application can.
	 */
	@RestController
	static class ReactiveController {

		@GetMapping("/half-built")
		Mono<Void> halfBuilt(ServerHttpResponse response) {
			response.getHeaders().set(HttpHeaders.CONTENT_TYPE, "application/pdf");
			response.getHeaders().set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=invoice.pdf");
			response.getHeaders().set(HttpHeaders.ETAG, "\"1\"");
			response.getHeaders().set(HttpHeaders.CONTENT_ENCODING, "gzip");
			response.getHeaders().set("X-Kept", "yes");
			return Mono.error(new IllegalStateException(Markers.SECRET));
		}

		@PostMapping("/input/part")
		String part(@RequestPart("file") FilePart file) {
			return "ok";
		}

		@GetMapping({ "/async/callable", "/async/deferred", "/async/task" })
		Mono<String> mono() {
			return Mono.error(new ApiException(CommonError.CONFLICT));
		}

		@GetMapping("/async/future")
		CompletableFuture<String> future() {
			return CompletableFuture.supplyAsync(() -> {
				throw new ApiException(CommonError.CONFLICT);
			});
		}

		@GetMapping({ "/async/empty-callable", "/async/empty-deferred" })
		Mono<ResponseEntity<Void>> empty() {
			return Mono.just(ResponseEntity.notFound().build());
		}

		@GetMapping("/async/empty-future")
		CompletableFuture<ResponseEntity<Void>> emptyFuture() {
			return CompletableFuture.supplyAsync(() -> ResponseEntity.notFound().build());
		}

		@GetMapping("/async/stream-before")
		Flux<String> streamBefore() {
			return Flux.error(new IllegalStateException(Markers.SECRET));
		}

		@GetMapping("/async/events")
		Flux<ServerSentEvent<String>> events() {
			return Flux.error(new ApiException(CommonError.CONFLICT));
		}

		@GetMapping("/unwritable/entity")
		void unwritableEntity() {
			throw new ArrayStoreException(Markers.SECRET);
		}

		@ExceptionHandler
		ResponseEntity<Map<String, String>> handle(ArrayStoreException exception) {
			return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("own", "format"));
		}

		@GetMapping("/unwritable/body")
		void unwritableBody() {
			throw new NegativeArraySizeException(Markers.SECRET);
		}

		@ExceptionHandler
		@ResponseStatus(HttpStatus.GONE)
		@ResponseBody
		Map<String, String> handle(NegativeArraySizeException exception) {
			return Map.of("own", "format");
		}

		@GetMapping("/unwritable/status")
		void unwritable() {
			throw new ArithmeticException(Markers.SECRET);
		}

		@ExceptionHandler
		@ResponseBody
		Map<String, String> handle(ArithmeticException exception) {
			return Map.of("own", "format");
		}

	}

	/**
	 * Answers without a body of its own.
	 */
	@Controller
	static class ViewController {

		@GetMapping("/view/broken")
		View broken() {
			return new View() {

				@Override
				public List<MediaType> getSupportedMediaTypes() {
					return List.of(MediaType.ALL);
				}

				@Override
				public Mono<Void> render(@Nullable Map<String, ?> model, @Nullable MediaType contentType,
						ServerWebExchange exchange) {
					return Mono.error(new IllegalStateException(Markers.SECRET));
				}

			};
		}

		@GetMapping("/annotated/method")
		@ResponseStatus(code = HttpStatus.CONFLICT, reason = "It is taken.")
		Mono<Void> annotatedMethod() {
			return Mono.empty();
		}

		@GetMapping("/annotated/failure-handler")
		Mono<Void> annotatedExceptionHandler() {
			return Mono.error(new UnsupportedOperationException(Markers.SECRET));
		}

		@ExceptionHandler
		@ResponseStatus(code = HttpStatus.GONE, reason = "It is over.")
		Mono<Void> handle(UnsupportedOperationException exception) {
			return Mono.empty();
		}

	}

}
