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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

/**
 * The {@link ContractApplication} on a real port.
 */
public final class Server implements AutoCloseable {

	/**
	 * The configuration of each reactive application.
	 */
	static final List<String> REACTIVE = List.of("spring.main.web-application-type=reactive",
			"spring.webflux.multipart.max-in-memory-size=1KB", "spring.webflux.multipart.max-disk-usage-per-part=10KB");

	private final AutoCloseable application;

	private final int port;

	public Server(Container container, String... properties) {
		this(container, Server.class.getClassLoader(), properties);
	}

	/**
	 * Start the application.
	 * @param container the container
	 * @param classLoader loads the application and all that it uses
	 * @param properties its configuration
	 */
	Server(Container container, ClassLoader classLoader, String... properties) {
		this(container, ContractApplication.class, classLoader, properties);
	}

	/**
	 * Start another application.
	 * @param container the container
	 * @param application its configuration class
	 * @param classLoader loads the application and all that it uses
	 * @param properties its configuration
	 */
	Server(Container container, Class<?> application, ClassLoader classLoader, String... properties) {
		this(container.excluded(), application, classLoader, properties);
	}

	private Server(String excluded, Class<?> application, ClassLoader classLoader, String... properties) {
		List<String> arguments = new ArrayList<>(List.of("server.port=0", "logging.level.root=off",
				"spring.main.banner-mode=off", "spring.jmx.enabled=false",
				"spring.servlet.multipart.max-file-size=10KB", "spring.autoconfigure.exclude=" + excluded));
		arguments.addAll(List.of(properties));
		arguments.replaceAll((property) -> "--" + property);
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(classLoader);
		try {
			this.application = Objects.requireNonNull(ReflectionTestUtils.invokeMethod(
					springApplication(application, classLoader), "run", (Object) arguments.toArray(String[]::new)));
		}
		finally {
			thread.setContextClassLoader(before);
		}
		Object webServer = Objects.requireNonNull(ReflectionTestUtils.invokeMethod(this.application, "getWebServer"));
		this.port = Objects.requireNonNull(ReflectionTestUtils.invokeMethod(webServer, "getPort"));
	}

	/**
	 * Start an application on Netty.
	 * @param application its configuration class
	 * @param properties its configuration
	 * @return the server
	 */
	public static Server reactive(Class<?> application, String... properties) {
		return reactive(application, Server.class.getClassLoader(), properties);
	}

	/**
	 * Start an application on Netty.
	 * @param application its configuration class
	 * @param classLoader loads the application and all that it uses
	 * @param properties its configuration
	 * @return the server
	 */
	static Server reactive(Class<?> application, ClassLoader classLoader, String... properties) {
		return reactive(ReactiveContainer.NETTY, application, classLoader, properties);
	}

	/**
	 * Start a reactive application.
	 * @param container the container
	 * @param application its configuration class
	 * @param classLoader loads the application and all that it uses
	 * @param properties its configuration
	 * @return the server
	 */
	static Server reactive(ReactiveContainer container, Class<?> application, ClassLoader classLoader,
			String... properties) {
		List<String> reactive = new ArrayList<>(REACTIVE);
		reactive.addAll(List.of(properties));
		return new Server(container.excluded(), application, classLoader, reactive.toArray(String[]::new));
	}

	private static Object springApplication(Class<?> application, ClassLoader classLoader) {
		Class<?> main = load(application, classLoader);
		Object springApplication = BeanUtils.instantiateClass(Objects.requireNonNull(
				ClassUtils.getConstructorIfAvailable(load(SpringApplication.class, classLoader), Class[].class)),
				(Object) new Class<?>[] { main });
		// Spring finds the code that was generated ahead of time by the name of this
		// class
		ReflectionTestUtils.invokeMethod(springApplication, "setMainApplicationClass", main);
		return springApplication;
	}

	/**
	 * Return the property that starts an application as it is without Faultbook.
	 * @return the property
	 */
	public static String withoutFaultbook() {
		return ImportCandidates.load(AutoConfiguration.class, Server.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.github.faultbook."))
			.collect(Collectors.joining(",", "spring.autoconfigure.exclude=", ""));
	}

	private static Class<?> load(Class<?> type, ClassLoader classLoader) {
		return ClassUtils.resolveClassName(type.getName(), classLoader);
	}

	public int port() {
		return this.port;
	}

	Wire.Answer exchange(String request) {
		return Wire.exchange(this.port, request);
	}

	/**
	 * Send a request without a body.
	 * @param requestLine method and target
	 * @param headers complete lines
	 * @return the answer
	 */
	public Wire.Answer send(String requestLine, String... headers) {
		StringBuilder request = new StringBuilder(requestLine + " HTTP/1.1\r\nHost: localhost\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		return exchange(request.append("Connection: close\r\n\r\n").toString());
	}

	/**
	 * Return the application, whatever class loader loaded it.
	 * @return the application context
	 */
	Object anyApplication() {
		return this.application;
	}

	public ApplicationContext application() {
		return (ApplicationContext) this.application;
	}

	@Override
	public void close() {
		ReflectionTestUtils.invokeMethod(this.application, "close");
		restoreLog();
	}

	/**
	 * Let tests that read the log find it as they would without this server.
	 */
	private static void restoreLog() {
		LoggingSystem log = LoggingSystem.get(Server.class.getClassLoader());
		log.cleanUp();
		System.clearProperty("CONSOLE_LOG_THRESHOLD");
		log.beforeInitialize();
		log.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
		// So that the next server can say again what it logs
		log.cleanUp();
	}

	/**
	 * The servers an application can run in.
	 */
	public enum Container {

		TOMCAT("jetty", "Jetty"),

		JETTY("tomcat", "Tomcat");

		private final String excluded;

		Container(String otherPackage, String other) {
			String prefix = "org.springframework.boot." + otherPackage + ".autoconfigure.";
			this.excluded = prefix + "servlet." + other + "ServletWebServerAutoConfiguration," + prefix
					+ "actuate.web.server." + other + "ServletManagementContextAutoConfiguration";
		}

		String excluded() {
			return this.excluded;
		}

	}

	/**
	 * The servers that a reactive application can run in.
	 */
	public enum ReactiveContainer {

		NETTY("reactor.netty.autoconfigure.%sNetty"),

		TOMCAT("tomcat.autoconfigure.%sTomcat"),

		JETTY("jetty.autoconfigure.%sJetty");

		private final String autoConfiguration;

		ReactiveContainer(String autoConfiguration) {
			this.autoConfiguration = "org.springframework.boot." + autoConfiguration + "Reactive%sAutoConfiguration";
		}

		String excluded() {
			return Stream.of(values())
				.filter((container) -> container != this)
				.flatMap((container) -> Stream.of(
						container.autoConfiguration.formatted((container != NETTY) ? "reactive." : "", "WebServer"),
						container.autoConfiguration.formatted("actuate.web.server.", "ManagementContext")))
				.collect(Collectors.joining(","));
		}

	}

}
