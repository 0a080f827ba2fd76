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

package io.github.faultbook.autoconfigure.servlet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.Callable;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationExceptionHandlers}.
 */
class ApplicationExceptionHandlersTests {

	private static final HandlerMethod PLAIN = method(new PlainController());

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Advices.class);

	private final ApplicationExceptionHandlers handlers = ApplicationExceptionHandlers
		.of(resolver(this.context, new ExceptionHandlerExceptionResolver()));

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void exceptionThatNobodyHandlesIsLeft() {
		assertThat(this.handlers.mayTake(PLAIN, new IllegalStateException())).isFalse();
		assertThat(this.handlers.mayTake(PLAIN, new IllegalStateException(new Exception()))).isFalse();
		assertThat(this.handlers.mayTake(null, new IllegalStateException())).isFalse();
		assertThat(this.handlers.mayTake(new ResourceHttpRequestHandler(), new IllegalStateException())).isFalse();
	}

	@Test
	void exceptionForWhichAnAdviceHasAHandlerIsTaken() {
		assertThat(this.handlers.mayTake(PLAIN, new IOException())).isTrue();
		assertThat(this.handlers.mayTake(PLAIN, new FileNotFoundException())).isTrue();
		assertThat(this.handlers.mayTake(null, new IOException())).isTrue();
		assertThat(this.handlers.mayTake(new ResourceHttpRequestHandler(), new IOException())).isTrue();
	}

	@Test
	void exceptionForWhoseCauseAnAdviceHasAHandlerIsTaken() {
		assertThat(this.handlers.mayTake(PLAIN, new IllegalStateException(new Exception(new IOException())))).isTrue();
	}

	@Test
	void exceptionForWhichAnAdviceForSomeMediaTypesHasAHandlerIsTaken() {
		assertThat(this.handlers.mayTake(PLAIN, new ArithmeticException())).isTrue();
	}

	@Test
	void exceptionOfControllerWithHandlersIsTaken() {
		assertThat(this.handlers.mayTake(method(new HandlingController()), new IllegalStateException())).isTrue();
	}

	@Test
	void exceptionOfOtherHandlerIsTaken() {
		HttpRequestHandler handler = (request, response) -> {
		};
		assertThat(this.handlers.mayTake(handler, new IllegalStateException())).isTrue();
	}

	@Test
	void resolverThatMayKnowOtherHandlersIsNotTrusted() {
		assertThat(ApplicationExceptionHandlers.of(resolver(this.context, new ExceptionHandlerExceptionResolver() {
		}))).isNull();
	}

	@Test
	void resolverWithoutTheAdviceIsNotTrusted() {
		try (AnnotationConfigApplicationContext empty = new AnnotationConfigApplicationContext()) {
			empty.refresh();
			assertThat(ApplicationExceptionHandlers.of(resolver(empty, new ExceptionHandlerExceptionResolver())))
				.isNull();
		}
	}

	@Test
	void exceptionDoesNotPinItsClassLoader() throws Exception {
		WeakReference<ClassLoader> loader = takeForeignException();
		for (int i = 0; i < 50 && loader.get() != null; i++) {
			System.gc();
		}
		assertThat(loader.get()).isNull();
	}

	private WeakReference<ClassLoader> takeForeignException() throws Exception {
		URL classes = ForeignException.class.getProtectionDomain().getCodeSource().getLocation();
		URLClassLoader loader = new URLClassLoader(new URL[] { classes }, null);
		Class<?> type = loader.loadClass(ForeignException.class.getName());
		assertThat(type).isNotSameAs(ForeignException.class);
		Exception exception = (Exception) type.getDeclaredConstructor().newInstance();
		assertThat(this.handlers.mayTake(PLAIN, exception)).isFalse();
		return new WeakReference<>(loader);
	}

	private static ExceptionHandlerExceptionResolver resolver(AnnotationConfigApplicationContext context,
			ExceptionHandlerExceptionResolver resolver) {
		resolver.setApplicationContext(context);
		resolver.afterPropertiesSet();
		return resolver;
	}

	private static HandlerMethod method(Callable<String> controller) {
		return new HandlerMethod(controller, ReflectionUtils.findMethod(controller.getClass(), "call"));
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OwnAdvice.class, NegotiatingAdvice.class })
	static class Advices {

		@Bean
		ServletErrorAdvice servletErrorAdvice() {
			WireFormat format = new WireFormats(JsonMapper.shared(), null).preset("details-map");
			ErrorPipeline pipeline = ErrorPipeline
				.builder(ErrorCatalog.of(List.of()), (request) -> format, JsonMapper.shared())
				.build();
			return new ServletErrorAdvice(
					new ServletErrorHandler(pipeline, ErrorReferences::random, () -> null, List.of()));
		}

	}

	@ControllerAdvice
	static class OwnAdvice {

		@ExceptionHandler
		void handle(IOException exception) {
		}

	}

	@ControllerAdvice
	static class NegotiatingAdvice {

		@ExceptionHandler(produces = "text/html")
		void handle(ArithmeticException exception) {
		}

	}

	static class PlainController implements Callable<String> {

		@Override
		public String call() {
			return "plain";
		}

	}

	static class HandlingController implements Callable<String> {

		@Override
		public String call() {
			return "handling";
		}

		@ExceptionHandler
		void handle(ArithmeticException exception) {
		}

	}

	@SuppressWarnings("serial")
	public static class ForeignException extends Exception {

	}

}
