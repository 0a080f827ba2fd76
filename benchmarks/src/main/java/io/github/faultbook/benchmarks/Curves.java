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

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Draws how the cost of an error grows with the number of violations, catalog entries and
 * causes, and how the cost of the pages grows with the number of entries.
 */
public final class Curves {

	private final Path pictures;

	private final String only;

	private final Options options;

	private Curves(Path pictures, String only, Options options) {
		this.pictures = pictures;
		this.only = only;
		this.options = options;
	}

	/**
	 * Run the benchmarks and draw their results.
	 * @param args the directory of the pictures, a part of the names of the pictures to
	 * draw, and options of JMH
	 * @throws IOException if a picture cannot be written
	 * @throws RunnerException if a benchmark fails
	 * @throws CommandLineOptionException if JMH does not know an option
	 */
	public static void main(String[] args) throws IOException, RunnerException, CommandLineOptionException {
		Curves curves = new Curves(Files.createDirectories(Path.of(args[0])), args[1],
				new CommandLineOptions(Arrays.copyOfRange(args, 2, args.length)));
		curves.draw("cost-of-violations", "violations", ViolationsBenchmark.class, "violations", "1", "3", "10", "30",
				"100", "300", "1000", "3000", "10000");
		curves.draw("cost-of-catalog", "entries of the catalog", CatalogBenchmark.class, "entries", "10", "100", "1000",
				"10000");
		curves.draw("cost-of-start", "entries of the catalog", StartBenchmark.class, "entries", "10", "100", "1000",
				"10000");
		curves.draw("cost-of-pages", "entries of the catalog", IndexBenchmark.class, "entries", "10", "100", "1000",
				"10000");
		curves.draw("cost-of-causes", "causes", ResolvingBenchmark.class, "causes", "1", "2", "5", "10", "20", "32",
				"50");
	}

	private void draw(String file, String title, Class<?> benchmark, String parameter, String... values)
			throws IOException, RunnerException {
		if (!file.contains(this.only)) {
			return;
		}
		XYChart times = chart("µs", title);
		XYChart bytes = chart("KB allocated", title);
		Map<String, List<RunResult>> curves = new Runner(new OptionsBuilder().parent(this.options)
			.include(benchmark.getName())
			.param(parameter, values)
			.addProfiler("gc")
			.build()).run()
			.stream()
			.collect(Collectors.groupingBy((result) -> nameOf(result.getParams()), TreeMap::new, Collectors.toList()));
		curves.forEach((name, results) -> {
			List<Double> sizes = read(results, (result) -> Double.valueOf(result.getParams().getParam(parameter)));
			times.addSeries(name, sizes, read(results, (result) -> result.getPrimaryResult().getScore() / 1000));
			// A logarithmic axis has no zero
			bytes.addSeries(name, sizes, read(results,
					(result) -> Math.max(1, result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()) / 1024));
		});
		VectorGraphicsEncoder.saveVectorGraphic(times, this.pictures.resolve(file + "-time.svg").toString(),
				VectorGraphicsFormat.SVG);
		VectorGraphicsEncoder.saveVectorGraphic(bytes, this.pictures.resolve(file + "-memory.svg").toString(),
				VectorGraphicsFormat.SVG);
	}

	private static XYChart chart(String unit, String title) {
		XYChart chart = new XYChartBuilder().width(480).height(320).xAxisTitle(title).yAxisTitle(unit).build();
		chart.getStyler()
			.setXAxisLogarithmic(true)
			.setYAxisLogarithmic(true)
			.setLegendPosition(LegendPosition.InsideNW);
		chart.getStyler().setChartBackgroundColor(Color.WHITE);
		return chart;
	}

	private static String nameOf(BenchmarkParams params) {
		return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
	}

	private static List<Double> read(List<RunResult> results, Function<RunResult, Double> value) {
		return results.stream().map(value).toList();
	}

}
