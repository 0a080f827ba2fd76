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

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.faultbook.ClientInput;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Benchmark for lists of invalid elements with two violations each: the time Hibernate
 * Validator needs to find all violations, and the time to respond with the first 100.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = { "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC" })
public class ValidationBenchmark extends Measured {

	@Param({ "1", "10", "100", "1000", "10000" })
	int elements;

	private ConfigurableApplicationContext application;

	private ErrorPipeline pipeline;

	private Validator validator;

	private Order order;

	private ConstraintViolationException exception;

	@Setup
	public void start() {
		this.application = Pipelines.start("faultbook.format=details-map");
		this.pipeline = Pipelines.of(this.application);
		this.validator = this.application.getBean(Validator.class);
		// Distinct objects, as the validator processes each object only once
		this.order = new Order(IntStream.range(0, this.elements).mapToObj((i) -> new Item("", 0)).toList());
		this.exception = new ConstraintViolationException(validate());
	}

	@TearDown
	public void stop() {
		this.application.close();
	}

	@Benchmark
	public Set<ConstraintViolation<Order>> validate() {
		return this.validator.validate(this.order);
	}

	@Benchmark
	public ErrorReply answer() {
		return this.pipeline.handle(this.exception, Errors.REQUEST);
	}

	@ClientInput
	record Order(List<@Valid Item> items) {

	}

	record Item(@NotBlank String sku, @Min(1) int quantity) {

	}

}
