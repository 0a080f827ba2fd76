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

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.SpringServletContainerInitializer;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.context.support.StandardServletEnvironment;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * Ways to deploy {@link DeployedApplication}.
 */
enum Deployment {

	CONTEXT_PATH("/shop") {

		@Override
		Running start(Path directory) {
			return run("server.servlet.context-path=/shop");
		}

	},

	SERVLET_PATH("/api") {

		@Override
		Running start(Path directory) {
			return run("spring.mvc.servlet.path=/api");
		}

	},

	CONTEXT_AND_SERVLET_PATH("/shop/api") {

		@Override
		Running start(Path directory) {
			return run("server.servlet.context-path=/shop", "spring.mvc.servlet.path=/api");
		}

	},

	LAZY("") {

		@Override
		Running start(Path directory) {
			return run("spring.main.lazy-initialization=true");
		}

	},

	SECOND_DISPATCHER("/second") {

		@Override
		Running start(Path directory) {
			return running(new SpringApplication(TwoDispatchers.class), FORMAT);
		}

	},

	ENVIRONMENT_VARIABLES("") {

		@Override
		Running start(Path directory) {
			ConfigurableEnvironment environment = new StandardServletEnvironment();
			String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
			environment.getPropertySources()
				.replace(name, new SystemEnvironmentPropertySource(name,
						Map.of("FAULTBOOK_FORMAT", "short", "FAULTBOOK_FORMATS_SHORT", TEMPLATE, "FAULTBOOK_STRICT",
								"true", "FAULTBOOK_MAPPINGS_JAVA_LANG_ILLEGALSTATEEXCEPTION", "internal_server_error",
								"FAULTBOOK_ERRORS_INTERNAL_SERVER_ERROR_CODE", "unexpected")));
			SpringApplication application = new SpringApplication(DeployedApplication.class);
			application.setEnvironment(environment);
			return running(application);
		}

		@Override
		String codeOf(String code) {
			return code.equals("internal_server_error") ? "unexpected" : code;
		}

	},

	WAR("/shop") {

		@Override
		Running start(Path directory) throws LifecycleException {
			return deploy(directory, WarInitializer.class);
		}

	},

	WAR_WITHOUT_GUARD("/shop") {

		@Override
		Running start(Path directory) throws LifecycleException {
			return deploy(directory, UnguardedWarInitializer.class);
		}

	};

	private static final String TEMPLATE = "{\"body\":{\"code\":\"{code}\",\"path\":\"{path}\"}}";

	private static final String[] FORMAT = { "faultbook.format=short", "faultbook.formats.short=" + TEMPLATE,
			"faultbook.docs.enabled=true" };

	private final String prefix;

	Deployment(String prefix) {
		this.prefix = prefix;
	}

	/**
	 * Return the path below which the handlers are found.
	 * @return the path, without a slash at the end
	 */
	String prefix() {
		return this.prefix;
	}

	/**
	 * Return the code that clients get.
	 * @param code the code of the catalog
	 * @return the configured code
	 */
	String codeOf(String code) {
		return code;
	}

	abstract Running start(Path directory) throws Exception;

	private static Running run(String... properties) {
		SpringApplication application = new SpringApplication(DeployedApplication.class);
		return running(application,
				Arrays.stream(new String[][] { FORMAT, properties }).flatMap(Arrays::stream).toArray(String[]::new));
	}

	private static Running running(SpringApplication application, String... properties) {
		application.setDefaultProperties(Map.of("server.port", "0", "spring.main.banner-mode", "off",
				"spring.jmx.enabled", "false", "spring.autoconfigure.exclude", Server.Container.TOMCAT.excluded()));
		ConfigurableApplicationContext context = application
			.run(Arrays.stream(properties).map((property) -> "--" + property).toArray(String[]::new));
		return new Running(((WebServerApplicationContext) context).getWebServer().getPort(), context::close);
	}

	private static Running deploy(Path directory, Class<? extends SpringBootServletInitializer> initializer)
			throws LifecycleException {
		Tomcat tomcat = new Tomcat();
		tomcat.setBaseDir(directory.toString());
		tomcat.setPort(0);
		tomcat.getConnector();
		Context context = tomcat.addContext("/shop", directory.toString());
		context.addServletContainerInitializer(new SpringServletContainerInitializer(), Set.of(initializer));
		tomcat.start();
		return new Running(tomcat.getConnector().getLocalPort(), () -> {
			tomcat.stop();
			tomcat.destroy();
		});
	}

	/**
	 * A deployed application.
	 *
	 * @param port the port on this machine
	 * @param end stops the application
	 */
	record Running(int port, AutoCloseable end) {

	}

	/**
	 * The entry point of a WAR.
	 */
	static class WarInitializer extends SpringBootServletInitializer {

		@Override
		protected SpringApplicationBuilder configure(SpringApplicationBuilder builder) {
			return builder.sources(DeployedApplication.class)
				.properties("spring.main.banner-mode=off", "spring.jmx.enabled=false",
						"spring.autoconfigure.exclude=" + Server.Container.TOMCAT.excluded())
				.properties(FORMAT);
		}

	}

	/**
	 * The entry point of a WAR without the guard.
	 */
	static class UnguardedWarInitializer extends WarInitializer {

		@Override
		protected SpringApplicationBuilder configure(SpringApplicationBuilder builder) {
			return super.configure(builder).properties("faultbook.guard-responses=false");
		}

	}

	/**
	 * An application with a second dispatcher servlet, whose context is a child of its
	 * own.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(DeployedApplication.class)
	static class TwoDispatchers {

		@Bean
		ServletRegistrationBean<DispatcherServlet> second() {
			AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
			context.register(SecondConfiguration.class);
			ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(
					new DispatcherServlet(context), "/second/*");
			registration.setName("second");
			return registration;
		}

	}

	/**
	 * The application context of the second dispatcher servlet.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	@Import(SecondController.class)
	static class SecondConfiguration {

	}

	/**
	 * The handlers of the second dispatcher servlet.
	 */
	@RestController
	static class SecondController extends DeployedController {

	}

}
