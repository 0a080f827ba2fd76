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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;

import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no request blocks an event loop of Netty, with BlockHound. The server and
 * the virtual machine are new, so what is read or created once is observed, too.
 */
@Tag("netty")
class BlockingCallTests {

	/**
	 * The methods that read the texts of a library when they are first needed, also
	 * without Faultbook: those of Hibernate Validator, and of Spring Security, which does
	 * not use the message source of the application. The JDK keeps the texts.
	 * Integrations allow more: BlockHound for loading classes and for the appenders of
	 * Logback, Netty and Reactor for what they do themselves.
	 */
	private static final List<String[]> ALLOWED = List.of(
			new String[] { "org.hibernate.validator.resourceloading.PlatformResourceBundleLocator", "loadBundle" },
			new String[] { "org.springframework.context.support.MessageSourceAccessor", "getMessage" });

	private static final Queue<String> CALLS = new ConcurrentLinkedQueue<>();

	private static volatile boolean blocking;

	private static Server server;

	@BeforeAll
	static void start() {
		BlockHound.Builder hound = BlockHound.builder()
			.loadIntegrations()
			.blockingMethodCallback((method) -> CALLS.add(describe(method, Thread.currentThread().getStackTrace())));
		ALLOWED.forEach((allowed) -> hound.allowBlockingCallsInside(allowed[0], allowed[1]));
		hound.install();
		List<String> properties = new ArrayList<>(List.of(DatabaseCases.PROPERTIES));
		properties.addAll(List.of("faultbook.format=current", "faultbook.docs.enabled=true",
				"logging.level.io.github.faultbook.errors=info", "logging.threshold.console=off",
				"logging.file.name=target/blocking-calls.log", "management.endpoints.web.exposure.include=faultbook",
				"spring.main.sources=" + ContractTests.CurrentFormat.class.getName() + ","
						+ OwnApplication.class.getName()));
		server = Server.reactive(ReactiveContractApplication.class, properties.toArray(String[]::new));
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static String describe(BlockingMethod method, StackTraceElement[] stack) {
		return Arrays.stream(stack)
			.map(StackTraceElement::toString)
			.collect(Collectors.joining("\n\tat ", method + "\n\tat ", "\n"));
	}

	@TestFactory
	Stream<DynamicTest> contractIsAnsweredWithoutBlocking() {
		List<String> formats = List.copyOf(ContractTests.FORMATS.keySet());
		List<ContractCase> cases = ReactiveCases.all(Server.ReactiveContainer.NETTY).toList();
		return IntStream.range(0, cases.size()).mapToObj((i) -> {
			ContractCase contractCase = cases.get(i);
			return withoutBlocking(contractCase.name(),
					() -> ContractTests.check(server, formats.get(i % formats.size()), contractCase));
		});
	}

	@TestFactory
	Stream<DynamicTest> invalidInputIsAnsweredWithoutBlocking() throws IOException {
		List<String> languages = List.of("en", "de", "fr-CA");
		List<BadInput> inputs = BadInput.all();
		return IntStream.range(0, inputs.size())
			.mapToObj((i) -> withoutBlocking(inputs.get(i).name(), () -> server
				.exchange(inputs.get(i).bytes("Accept-Language: " + languages.get(i % languages.size())))));
	}

	@TestFactory
	Stream<DynamicTest> documentationIsServedWithoutBlocking() {
		return Stream
			.of("/errors", "/errors?q=conflict", "/errors/conflict", "/errors.json", "/errors.md",
					"/errors/conflict.json", "/errors/conflict.md", "/actuator/faultbook")
			.flatMap((path) -> Stream.of("en", "de")
				.map((language) -> withoutBlocking(path + ", " + language,
						() -> assertThat(server.send("GET " + path, "Accept-Language: " + language).status())
							.isEqualTo(200))));
	}

	private static DynamicTest withoutBlocking(String name, Runnable request) {
		return DynamicTest.dynamicTest(name, () -> {
			CALLS.clear();
			request.run();
			assertThat(CALLS).isEmpty();
		});
	}

	@Test
	void blockingCallsOfTheApplicationAreFound() {
		CALLS.clear();
		blocking = true;
		try {
			server.send("GET /nowhere");
		}
		finally {
			blocking = false;
		}
		assertThat(CALLS).anyMatch((call) -> call.contains("OwnMessages.resolve"))
			.anyMatch((call) -> call.contains("OwnListener.onError"));
	}

	private static void block() {
		if (blocking) {
			try {
				Thread.sleep(1);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * The parts of an application that Faultbook calls. They block if a test says so.
	 */
	static class OwnApplication {

		@Bean
		OwnMessages messageSource() {
			return new OwnMessages();
		}

		@Bean
		OwnListener ownListener() {
			return new OwnListener();
		}

	}

	static class OwnMessages extends ResourceBundleMessageSource {

		OwnMessages() {
			setBasename("languages/unused");
			setDefaultEncoding("UTF-8");
		}

		@Override
		protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
			block();
			return super.resolveCodeWithoutArguments(code, locale);
		}

	}

	static class OwnListener implements ErrorListener {

		@Override
		public void onError(ErrorEvent event) {
			block();
		}

	}

}
