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

package io.github.faultbook.autoconfigure.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.ApiException;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.documentation.DocumentationEntry;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.pipeline.ErrorCustomizer;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * An application with documentation pages, on a real port.
 */
final class DocsServer implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final String EXCLUDED = Stream
		.of("jetty.autoconfigure.servlet.JettyServletWebServer", "jetty.autoconfigure.reactive.JettyReactiveWebServer",
				"tomcat.autoconfigure.reactive.TomcatReactiveWebServer",
				"security.autoconfigure.web.servlet.ServletWebSecurity",
				"security.autoconfigure.actuate.web.servlet.ManagementWebSecurity",
				"security.autoconfigure.web.reactive.ReactiveWebSecurity",
				"security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurity")
		.map((name) -> "org.springframework.boot." + name + "AutoConfiguration")
		.collect(Collectors.joining(",", "spring.autoconfigure.exclude=", ""));

	private final ConfigurableApplicationContext application;

	DocsServer(String... properties) {
		this(LibraryApplication.class, List.of(), properties);
	}

	DocsServer(List<? extends ErrorCode> codes, String... properties) {
		this(LibraryApplication.class, codes, properties);
	}

	private DocsServer(Class<?> type, List<? extends ErrorCode> codes, String... properties) {
		List<String> arguments = new ArrayList<>(List.of("server.port=0", "logging.level.root=off",
				"spring.main.banner-mode=off", "faultbook.codes=" + LibraryError.class.getName(), EXCLUDED));
		arguments.addAll(List.of(properties));
		arguments.replaceAll((property) -> "--" + property);
		SpringApplication library = new SpringApplication(type);
		library.addInitializers(
				(context) -> codes.forEach((code) -> context.getBeanFactory().registerSingleton(code.code(), code)));
		this.application = library.run(arguments.toArray(String[]::new));
	}

	/**
	 * Start a reactive application.
	 * @param properties the configuration
	 * @return the application
	 */
	static DocsServer reactive(String... properties) {
		return new DocsServer(
				Stream.concat(Stream.of("spring.main.web-application-type=reactive"), Stream.of(properties))
					.toArray(String[]::new));
	}

	/**
	 * Start an application in which everybody may read the pages but nothing else.
	 * @param properties the configuration
	 * @return the application
	 */
	static DocsServer guarded(String... properties) {
		return new DocsServer(GuardedApplication.class, List.of(), properties);
	}

	/**
	 * Start an application that customizes its errors.
	 * @param properties the configuration
	 * @return the application
	 */
	static DocsServer customized(String... properties) {
		return new DocsServer(CustomizedApplication.class, List.of(), properties);
	}

	<T> T bean(Class<T> type) {
		return this.application.getBean(type);
	}

	int port() {
		return this.application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	HttpResponse<String> get(String path, String... headers) {
		return send("GET", path, headers);
	}

	HttpResponse<String> send(String method, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static String header(HttpResponse<?> response, String name) {
		return String.join(", ", response.headers().allValues(name));
	}

	@Override
	public void close() {
		this.application.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(LibraryController.class)
	static class LibraryApplication {

		@Bean
		WebMvcConfigurer interceptors() {
			return new WebMvcConfigurer() {

				@Override
				public void addInterceptors(InterceptorRegistry registry) {
					registry.addInterceptor(new HandlerInterceptor() {

						@Override
						public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
								Object handler) {
							response.setHeader("X-Intercepted", "yes");
							return true;
						}

					});
				}

			};
		}

		@Bean
		WebFilter filter() {
			return (exchange, chain) -> {
				exchange.getResponse().getHeaders().set("X-Intercepted", "yes");
				return chain.filter(exchange);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	@Import(LibraryApplication.class)
	static class GuardedApplication {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			http.authorizeHttpRequests((requests) -> requests.requestMatchers("/errors", "/errors.*", "/errors/**")
				.permitAll()
				.anyRequest()
				.authenticated());
			return http.httpBasic(Customizer.withDefaults()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(LibraryApplication.class)
	static class CustomizedApplication {

		@Bean
		RecordingListener listener() {
			return new RecordingListener();
		}

		@Bean
		ErrorCustomizer customizer(ErrorDocumentation documentation) {
			return (error, exception, request) -> {
				DocumentationEntry entry = documentation.in(Locale.ENGLISH).find(error.code());
				return error.toBuilder()
					.fact("support", (entry != null) ? entry.solution() : "none")
					.header("X-Support", "desk 4")
					.build();
			};
		}

	}

	/**
	 * Keeps what listeners are told.
	 */
	static final class RecordingListener implements ErrorListener {

		final List<ErrorEvent> events = new CopyOnWriteArrayList<>();

		@Override
		public void onError(ErrorEvent event) {
			this.events.add(event);
		}

	}

	@RestController
	static class LibraryController {

		private final ErrorCatalog catalog;

		LibraryController(ErrorCatalog catalog) {
			this.catalog = catalog;
		}

		@GetMapping("/books")
		String books() {
			throw new ApiException(LibraryError.BOOK_NOT_FOUND).with("isbn", "1");
		}

		@GetMapping("/number/{number}")
		String number(@PathVariable String number) {
			throw new ApiException(this.catalog.get("error_" + number)).with("number", number);
		}

		@GetMapping("/vault")
		String vault() {
			throw new ApiException(LibraryError.SECRET_VAULT);
		}

		@GetMapping("/errors/mine")
		String mine() {
			return "mine";
		}

	}

}
