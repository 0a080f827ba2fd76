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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Draws how the cost of an error grows with the violations, the catalog and the causes.
 */
public final class Curves {

	private Curves() {
	}

	/**
	 * Measure and draw.
	 * @param args the directory of the pictures
	 * @throws IOException if a picture cannot be written
	 * @throws RunnerException if a benchmark fails
	 */
	public static void main(String[] args) throws IOException, RunnerException {
		Path pictures = Files.createDirectories(Path.of(args[0]));
		draw(pictures.resolve("cost-of-violations.svg"), "violations", ViolationsBenchmark.class, "violations", "1",
				"3", "10", "30", "100", "300", "1000", "3000", "10000");
		draw(pictures.resolve("cost-of-catalog.svg"), "entries of the catalog", CatalogBenchmark.class, "entries", "10",
				"100", "1000", "10000");
		draw(pictures.resolve("cost-of-causes.svg"), "causes", ResolvingBenchmark.class, "causes", "1", "2", "5", "10",
				"20", "32", "50");
	}

	private static void draw(Path file, String title, Class<?> benchmark, String parameter, String... values)
			throws IOException, RunnerException {
		Map<String, List<CurvePicture.Point>> times = new TreeMap<>();
		Map<String, List<CurvePicture.Point>> bytes = new TreeMap<>();
		for (RunResult result : new Runner(
				new OptionsBuilder().include(benchmark.getName()).param(parameter, values).addProfiler("gc").build())
			.run()) {
			BenchmarkParams params = result.getParams();
			String curve = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
			double x = Double.parseDouble(params.getParam(parameter));
			times.computeIfAbsent(curve, (key) -> new ArrayList<>())
				.add(new CurvePicture.Point(x, result.getPrimaryResult().getScore() / 1000));
			bytes.computeIfAbsent(curve, (key) -> new ArrayList<>())
				.add(new CurvePicture.Point(x,
						result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / 1024));
		}
		CurvePicture picture = new CurvePicture(title);
		picture.plot("µs", times);
		picture.plot("KB allocated", bytes);
		Files.writeString(file, picture.toString());
	}

}
