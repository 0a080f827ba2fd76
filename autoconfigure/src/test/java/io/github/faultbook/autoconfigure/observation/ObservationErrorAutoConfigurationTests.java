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

package io.github.faultbook.autoconfigure.observation;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.pipeline.ErrorReferences;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.test.simple.SimpleTracer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ObservationErrorAutoConfiguration}.
 */
class ObservationErrorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(FaultbookAutoConfiguration.class, ObservationErrorAutoConfiguration.class));

	@Test
	void referenceIsTheTraceIdentifier() {
		SimpleTracer tracer = new SimpleTracer();
		this.runner.withBean(Tracer.class, () -> tracer).run((context) -> {
			Tracer.SpanInScope scope = tracer.withSpan(tracer.nextSpan());
			assertThat(context.getBean(ErrorReferences.class).next()).isNotEmpty()
				.isEqualTo(tracer.currentSpan().context().traceId());
			scope.close();
		});
	}

	@Test
	void referenceIsGeneratedOutsideATrace() {
		this.runner.withBean(Tracer.class, SimpleTracer::new)
			.run((context) -> assertThat(context.getBean(ErrorReferences.class).next()).matches("[0-9a-f]{16}"));
	}

	@Test
	void referenceIsGeneratedWithoutTracing() {
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context.getBean(ErrorReferences.class).next()).matches("[0-9a-f]{16}"));
	}

}
