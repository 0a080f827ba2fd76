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

package io.github.faultbook.benchmarks;

import java.util.Locale;

import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Benchmark for translations: in an application without messages, with messages for other
 * errors, and with messages for the error.
 */
public class LocalizingBenchmark extends Measured {

	@Param({ "absent", "others", "translated" })
	String messages;

	private ConfigurableApplicationContext application;

	private ErrorPipeline pipeline;

	@Setup
	public void start() {
		// The default locale must not matter, as there may be messages for it
		Locale.setDefault(Locale.ENGLISH);
		this.application = Pipelines.start("faultbook.format=details-map",
				"spring.messages.basename=benchmarks/" + this.messages);
		this.pipeline = Pipelines.of(this.application);
	}

	@TearDown
	public void stop() {
		this.application.close();
	}

	@Benchmark
	public ErrorReply answer() {
		return this.pipeline.handle(Errors.notFound(), Errors.REQUEST);
	}

}
